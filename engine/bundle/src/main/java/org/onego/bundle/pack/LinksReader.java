package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.List;
import org.onego.bundle.pack.CompiledBundle.Need;
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
            List<SameField> fields = new ArrayList<>();
            for (Spot field : each.at("fields").elements()) {
                Spot pointer = field.at("pointer");
                if (names.checkItem(field.at("item"))) {
                    names.checkField(field.at("item").string(), pointer);
                }
                fields.add(
                        new SameField(
                                field.at("item").string(),
                                JsonPointer.compile(pointer.string()),
                                field.at("converter").stringOrNull()));
            }
            same.add(new Same(each.at("title").text(), fields));
        }
        return same;
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
