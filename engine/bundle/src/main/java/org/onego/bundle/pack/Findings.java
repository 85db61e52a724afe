package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.List;
import org.onego.bundle.pack.Finding.Severity;

/// Collects what is found while a package is read.
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    void error(Spot spot, String message, String advice) {
        add(new Finding(Severity.ERROR, spot.file(), spot.pointer(), message, advice));
    }

    void warn(Spot spot, String message, String advice) {
        add(new Finding(Severity.WARNING, spot.file(), spot.pointer(), message, advice));
    }

    private void add(Finding finding) {
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }

    boolean hasErrors() {
        return found.stream().anyMatch(Finding::isError);
    }

    int errors() {
        return (int) found.stream().filter(Finding::isError).count();
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
