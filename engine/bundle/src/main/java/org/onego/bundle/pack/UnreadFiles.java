package org.onego.bundle.pack;

import java.util.Set;

/// A file that nobody reads is often one with a misspelt name.
final class UnreadFiles {

    private static final Set<String> PACKAGE =
            Set.of("package.yaml", "bundle.yaml", "items", "personas", "tests", "README.md");
    private static final Set<String> ITEM =
            Set.of("item.yaml", "form.schema.json", "form.ui.json", "process.bpmn", "README.md");

    private UnreadFiles() {}

    static void warn(String id, PackageFiles files, Findings findings) {
        warn(id, PACKAGE, files, findings);
        for (String item : files.folders(id + "/items")) {
            warn(id + "/items/" + item, ITEM, files, findings);
        }
    }

    private static void warn(
            String folder, Set<String> known, PackageFiles files, Findings findings) {
        for (String name : files.children(folder)) {
            if (!known.contains(name)) {
                findings.warn(
                        Spot.of(folder + "/" + name),
                        "nobody reads this file",
                        Nearest.advice(name, known, "delete it"));
            }
        }
    }
}
