package org.onego.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Conflict;
import org.onego.bundle.merge.Converter;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MissedNeeds;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.merge.Unrewritable;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.Finding.Severity;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Finds what is wrong with a merged form: answers that can't please everybody, conditions that
/// can't be followed, results that nobody waits for.
final class FormCheck {

    private static final int SHOWN = 160;

    private final PublishedBundle bundle;
    private final String folder;

    FormCheck(PublishedBundle bundle) {
        this.bundle = bundle;
        this.folder = bundle.compiled().info().id();
    }

    List<Finding> findings(MergedForm form) {
        List<Finding> findings = new ArrayList<>();
        form.conflicts().forEach(conflict -> findings.add(conflict(form, conflict)));
        for (Unrewritable problem : bundle.rules(form).problems()) {
            findings.add(unrewritable(problem));
        }
        for (Question question : form.questions().values()) {
            converters(question, findings);
            given(form, question, findings);
        }
        for (MissedNeeds.Missed missed : MissedNeeds.of(bundle.compiled(), form)) {
            findings.add(missed(missed));
        }
        return findings;
    }

    private Finding conflict(MergedForm form, Conflict conflict) {
        Question question = form.question(conflict.question());
        String title = question == null ? "" : " (" + question.title().zh() + ")";
        return new Finding(
                Severity.ERROR,
                formFile(conflict.left().item()),
                schemaPlace(conflict.left().field()),
                "no answer to %s%s pleases both: '%s' demands %s %s here, '%s' demands %s at %s#%s"
                        .formatted(
                                conflict.question(),
                                title,
                                conflict.left().item(),
                                conflict.keyword(),
                                shown(conflict.leftValue()),
                                conflict.right().item(),
                                shown(conflict.rightValue()),
                                formFile(conflict.right().item()),
                                schemaPlace(conflict.right().field())),
                "agree on one rule with the departments, or give the two fields different subjects or elements, so that each is a question of its own");
    }

    private Finding unrewritable(Unrewritable problem) {
        Item item = bundle.compiled().item(problem.item());
        JsonPointer place =
                item.form().fields().stream()
                        .filter(field -> field.pointer().equals(problem.field()))
                        .findFirst()
                        .map(FormCheck::schemaPlace)
                        .orElse(problem.field());
        return new Finding(
                Severity.ERROR,
                formFile(problem.item()),
                place,
                "the condition of '%s' can't be followed in a merged form: %s"
                        .formatted(problem.field(), problem.reason()),
                "say it by values of single fields: const, enum, required, allOf, anyOf, not");
    }

    private void converters(Question question, List<Finding> findings) {
        for (Origin origin : question.origins()) {
            String name = origin.converter();
            if (name != null && Converter.of(name).isEmpty()) {
                findings.add(
                        inBundle(
                                "/same",
                                "the field %s of '%s' can't be converted by '%s'"
                                        .formatted(origin.field().pointer(), origin.item(), name),
                                "use one of "
                                        + Arrays.stream(Converter.values())
                                                .map(Converter::id)
                                                .toList()));
            }
        }
    }

    private void given(MergedForm form, Question question, List<Finding> findings) {
        if (question.source() instanceof Source.Given) {
            JsonNode value = form.given(question.id());
            if (value != null && !bundle.compiler().apply(question.schema()).accepts(value)) {
                findings.add(
                        inBundle(
                                "/guide",
                                "the guide answers %s with %s, which the items don't accept"
                                        .formatted(question.id(), shown(value)),
                                "give a value that fits " + shown(question.schema())));
            }
        }
    }

    private Finding missed(MissedNeeds.Missed missed) {
        return new Finding(
                Severity.WARNING,
                folder + "/bundle.yaml",
                JsonPointer.compile("/needs"),
                "'%s' asks for %s, which '%s' produces"
                        .formatted(missed.item(), missed.what(), missed.producer()),
                missed.circular()
                        ? "'%s' waits for '%s' already, so the citizen has to bring it"
                                .formatted(missed.producer(), missed.item())
                        : "add {item: %s, needs: %s}, or leave it to the citizen"
                                .formatted(missed.item(), missed.producer()));
    }

    private Finding inBundle(String place, String message, String advice) {
        return new Finding(
                Severity.ERROR,
                folder + "/bundle.yaml",
                JsonPointer.compile(place),
                message,
                advice);
    }

    private String formFile(String item) {
        return folder + "/items/" + item + "/form.schema.json";
    }

    /// Where the schema of a field stands in its form.
    private static JsonPointer schemaPlace(Field field) {
        JsonPointer row = field.group();
        StringBuilder place = new StringBuilder();
        JsonPointer at = JsonPointer.empty();
        for (JsonPointer rest = field.pointer(); !rest.matches(); rest = rest.tail()) {
            String name = rest.getMatchingProperty();
            at = at.appendProperty(name);
            place.append(
                    row != null && at.toString().equals(row.toString())
                            ? "/items"
                            : JsonPointer.empty()
                                    .appendProperty("properties")
                                    .appendProperty(name)
                                    .toString());
        }
        return JsonPointer.compile(place.toString());
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
