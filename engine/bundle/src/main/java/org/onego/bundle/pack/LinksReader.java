package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.pack.CompiledBundle.NotSame;
import org.onego.bundle.pack.CompiledBundle.Same;
import org.onego.bundle.pack.CompiledBundle.SameField;
import tools.jackson.core.JsonPointer;

/// Reads what ties the items of a bundle together: `same` and `needs`.
final class LinksReader {

    private final BundleNames names;
    private final Findings findings;

    LinksReader(BundleNames names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    List<Same> same(Spot spot) {
        List<Same> same = new ArrayList<>();
        for (Spot each : spot.elements()) {
            same.add(new Same(each.at("title").text(), fields(each)));
        }
        return same;
    }

    /// @param same what is declared one question; nothing may be declared both
    List<NotSame> notSame(Spot spot, Spot same) {
        List<Set<SameField>> together =
                same.elements().stream().map(each -> places(fieldsOf(each))).toList();
        List<NotSame> notSame = new ArrayList<>();
        for (Spot each : spot.elements()) {
            List<SameField> fields = fields(each);
            for (Set<SameField> one : together) {
                if (fields.stream().filter(one::contains).distinct().count() > 1) {
                    findings.error(
                            each,
                            "two of these fields are declared the same question under same",
                            "keep one of the two statements");
                }
            }
            notSame.add(new NotSame(fields));
        }
        return notSame;
    }

    private static Set<SameField> places(List<SameField> fields) {
        return fields.stream()
                .map(field -> new SameField(field.item(), field.pointer(), null))
                .collect(Collectors.toSet());
    }

    private List<SameField> fields(Spot spot) {
        for (Spot field : spot.at("fields").elements()) {
            if (names.checkItem(field.at("item"))) {
                names.checkField(field.at("item").string(), field.at("pointer"));
            }
        }
        return fieldsOf(spot);
    }

    private static List<SameField> fieldsOf(Spot spot) {
        return spot.at("fields").elements().stream()
                .map(field ->
                        new SameField(
                                field.at("item").string(),
                                JsonPointer.compile(field.at("pointer").string()),
                                field.at("converter").stringOrNull()))
                .toList();
    }

    List<Need> needs(Spot spot) {
        List<Need> needs = new ArrayList<>();
        for (Spot each : spot.elements()) {
            boolean item = names.checkItem(each.at("item"));
            boolean needed = names.checkItem(each.at("needs"));
            if (item && needed) {
                needs.add(new Need(each.at("item").string(), each.at("needs").string()));
            }
        }
        NeedsCheck.check(spot, needs, findings);
        return needs;
    }
}
