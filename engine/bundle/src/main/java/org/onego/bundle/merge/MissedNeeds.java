package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.List;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.item.Item;
import org.onego.bundle.item.Material;
import org.onego.bundle.item.Result;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.pack.CompiledBundle;

/// Finds what the citizen is asked for although another selected item makes it known, because
/// nobody said that the one waits for the other.
public final class MissedNeeds {

    private final CompiledBundle bundle;
    private final MergedForm form;
    private final Precedence precedence;
    private final List<Missed> missed = new ArrayList<>();

    /// @param what an element or the title of a material, with its subject
    /// @param circular whether the producer waits for the item, so that the item can't for it
    public record Missed(String item, String producer, String what, boolean circular) {}

    private MissedNeeds(CompiledBundle bundle, MergedForm form) {
        this.bundle = bundle;
        this.form = form;
        this.precedence = new Precedence(form.selection().needs(bundle));
    }

    public static List<Missed> of(CompiledBundle bundle, MergedForm form) {
        MissedNeeds search = new MissedNeeds(bundle, form);
        for (String producer : form.selection().items()) {
            for (Result result : bundle.item(producer).results()) {
                search.questions(producer, result);
                search.materials(producer, result);
            }
        }
        return List.copyOf(search.missed);
    }

    private void questions(String producer, Result result) {
        result.produces()
                .forEach((own, elements) -> {
                    String subject = Rows.person(form.selection(), producer, own);
                    for (ElementId element : elements) {
                        Question question = subject == null ? null : form.asking(subject, element);
                        if (question != null && question.source() instanceof Source.Asked) {
                            question.origins().stream()
                                    .map(Origin::item)
                                    .distinct()
                                    .forEach(item ->
                                            add(item, producer, element + " of " + subject));
                        }
                    }
                });
    }

    private void materials(String producer, Result result) {
        for (MergedMaterial merged : form.materials()) {
            boolean asked =
                    merged.supply() instanceof Supply.Upload
                            || merged.supply() instanceof Supply.Certificate;
            for (String id : merged.items()) {
                Item item = bundle.item(id);
                for (Material material : item.materials()) {
                    if (asked
                            && material.code().equals(merged.code())
                            && issues(producer, result, material, merged)) {
                        add(id, producer, merged.title().zh() + " (" + merged.code() + ")");
                    }
                }
            }
        }
    }

    private boolean issues(
            String producer, Result result, Material material, MergedMaterial merged) {
        boolean same =
                result.certificate() != null
                        ? result.certificate().equals(material.certificate())
                        : result.id().equals(material.code());
        return same
                && merged.subject() != null
                && result.produces().keySet().stream()
                        .anyMatch(own ->
                                merged.subject()
                                        .equals(Rows.person(form.selection(), producer, own)));
    }

    private void add(String item, String producer, String what) {
        if (!item.equals(producer) && !precedence.isBefore(producer, item)) {
            missed.add(new Missed(item, producer, what, precedence.isBefore(item, producer)));
        }
    }
}
