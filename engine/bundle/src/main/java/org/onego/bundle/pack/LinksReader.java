package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.pack.CompiledBundle.NotSame;
import org.onego.bundle.pack.CompiledBundle.Same;
import org.onego.bundle.pack.CompiledBundle.SameField;
import org.onego.bundle.pack.CompiledBundle.SharedStep;
import org.onego.bundle.pack.ItemReader.ReadItem;
import tools.jackson.core.JsonPointer;

/// Reads what ties the items of a bundle together: `same`, `needs` and `shared`.
final class LinksReader {

    /// More would draw more calls of one item than anybody can read.
    private static final int CONDITIONS = 3;

    private final BundleNames names;
    private final WhenReader when;
    private final Findings findings;

    LinksReader(BundleNames names, WhenReader when, Findings findings) {
        this.names = names;
        this.when = when;
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

    /// @param shared where a circle may go through
    List<Need> needs(Spot spot, List<SharedStep> shared) {
        List<Need> needs = new ArrayList<>();
        for (Spot each : spot.elements()) {
            boolean item = names.checkItem(each.at("item"));
            boolean needed = names.checkItem(each.at("needs"));
            if (item && needed) {
                needs.add(
                        new Need(
                                each.at("item").string(),
                                each.at("needs").string(),
                                when.read(each.at("when"))));
            }
        }
        tooManyConditions(spot, needs);
        NeedsCheck.check(spot, needs, shared, findings);
        return needs;
    }

    /// The process has one call for each combination of them.
    private void tooManyConditions(Spot spot, List<Need> needs) {
        needs.stream()
                .filter(Need::isConditional)
                .collect(Collectors.groupingBy(Need::item, Collectors.counting()))
                .forEach((item, count) -> {
                    if (count > CONDITIONS) {
                        findings.error(
                                spot,
                                "'%s' has %d needs with a when; at most %d are possible"
                                        .formatted(item, count, CONDITIONS),
                                "let some of them always hold");
                    }
                });
    }

    List<SharedStep> shared(Spot spot) {
        List<SharedStep> shared = new ArrayList<>();
        for (Spot each : spot.elements()) {
            Spot step = each.at("step");
            List<String> sharers = new ArrayList<>();
            for (Spot item : each.at("items").elements()) {
                if (names.checkItem(item) && isWhole(item)) {
                    sharers.add(item.string());
                }
            }
            if (names.checkStep(step, shared)) {
                shared.add(new SharedStep(step.string(), sharers));
            }
        }
        for (SharedStep step : shared) {
            if (shared.stream().anyMatch(other -> other.items().contains(step.step()))) {
                findings.error(
                        spot,
                        "'" + step.step() + "' is a shared step and can't share another",
                        "let the items share both steps");
            }
        }
        return shared;
    }

    /// The step is done in the middle of an item's process, which must be ours to be taken apart.
    private boolean isWhole(Spot item) {
        ReadItem read = names.items().get(item.string());
        if (read == null || read.item().process() == null) {
            return true;
        }
        findings.error(
                item,
                "'"
                        + item.string()
                        + "' has a process of its own, which can't wait for a shared step",
                "delete its process.bpmn, or let it need the step's item instead");
        return false;
    }
}
