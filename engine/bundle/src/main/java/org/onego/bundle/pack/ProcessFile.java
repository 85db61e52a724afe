package org.onego.bundle.pack;

import java.util.Optional;

/// Reads a `process.bpmn`, where there is one.
final class ProcessFile {

    private ProcessFile() {}

    static Optional<String> read(String file, PackageFiles files, Findings findings) {
        if (!files.exists(file)) {
            return Optional.empty();
        }
        Optional<String> text = files.text(file, findings);
        text.ifPresent(xml -> WellFormed.check(file, xml, findings));
        return text;
    }
}
