package org.onego.bundle.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `tests/*.yaml`.
final class CaseReader {

    private final PackageFiles files;
    private final FileShape shape;
    private final Findings findings;

    CaseReader(PackageFiles files, FileShape shape, Findings findings) {
        this.files = files;
        this.shape = shape;
        this.findings = findings;
    }

    /// @param personas the names of the package's personas
    /// @param items the bundle's items
    Optional<ExpectedCase> read(String file, Set<String> personas, Set<String> items) {
        return files.tree(file, findings)
                .filter(tree -> shape.fits(tree, findings))
                .map(tree -> expected(tree, personas, items));
    }

    private ExpectedCase expected(Spot tree, Set<String> personas, Set<String> items) {
        Spot persona = tree.at("persona");
        if (!personas.contains(persona.string())) {
            findings.error(
                    persona,
                    "the package has no persona '" + persona.string() + "'",
                    Nearest.advice(persona.string(), personas, "add it under personas/"));
        }
        Map<String, Integer> figures = new LinkedHashMap<>();
        Spot expect = tree.at("expect");
        expect.entries()
                .forEach((name, value) -> {
                    if (value.node().isNumber()) {
                        figures.put(name, value.node().intValue());
                    }
                });
        for (Spot item : expect.at("items").elements()) {
            if (!items.contains(item.string())) {
                findings.error(
                        item,
                        "the bundle has no item '" + item.string() + "'",
                        Nearest.advice(item.string(), items, "take it out"));
            }
        }
        return new ExpectedCase(
                tree.file(),
                tree.at("title").text(),
                persona.string(),
                expect.at("items").elements().stream().map(Spot::string).toList(),
                figures);
    }
}
