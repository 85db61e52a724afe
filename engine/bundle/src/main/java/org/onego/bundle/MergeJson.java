package org.onego.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Conflict;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.prefill.Prefilled;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The report for programs.
final class MergeJson {

    private final PublishedBundle bundle;
    private final PersonaRun run;
    private final MergedForm form;
    private final MergeReport report;
    private final Locale locale;

    MergeJson(MergeReport report, Locale locale) {
        this.report = report;
        this.bundle = report.bundle();
        this.run = report.run();
        this.form = run.form();
        this.locale = locale;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("bundle")
                .put("id", bundle.compiled().info().id())
                .put("version", bundle.compiled().info().version())
                .put("title", bundle.compiled().info().title().in(locale));
        json.put("persona", run.persona().id());
        json.put("applicant", form.selection().applicant());
        roles(json.putObject("roles"));
        ObjectNode summary = json.putObject("summary");
        report.summary().figures().forEach(summary::put);
        items(json.putArray("items"));
        questions(json.putArray("questions"));
        materials(json.putArray("materials"));
        conflicts(form.conflicts(), json.putArray("conflicts"));
        json.set("schema", bundle.schema(form, locale));
        json.set("uiSchema", bundle.layout(form, locale));
        return json;
    }

    private void roles(ObjectNode roles) {
        for (String id : form.selection().items()) {
            ObjectNode own = roles.putObject(id);
            new TreeMap<>(form.selection().roles().getOrDefault(id, Map.of())).forEach(own::put);
        }
    }

    private void items(ArrayNode items) {
        for (String id : form.selection().items()) {
            Item item = bundle.compiled().item(id);
            items.addObject()
                    .put("id", id)
                    .put("title", item.title().in(locale))
                    .put("department", item.department().name())
                    .put("fields", item.form().fields().size())
                    .put("materials", item.materials().size());
        }
    }

    private void questions(ArrayNode questions) {
        for (Question question : form.questions().values()) {
            ObjectNode json =
                    questions
                            .addObject()
                            .put("id", question.id().toString())
                            .put("title", question.title().in(locale))
                            .put("subject", question.id().subject());
            if (question.element() != null) {
                json.put("element", question.element().id().toString());
            }
            switch (question.source()) {
                case Source.Asked() -> {
                    json.put("source", "asked");
                    json.put("visible", run.state().visible().contains(question.id()));
                    Prefilled read = run.prefilled().get(question.id());
                    if (read != null) {
                        json.put("prefilledFrom", read.provenance().certificateType());
                    }
                }
                case Source.Given() -> json.put("source", "given");
                case Source.Deferred(String producer) ->
                        json.put("source", "deferred").put("producer", producer);
            }
            ArrayNode origins = json.putArray("origins");
            question.origins().forEach(origin -> origin(origins.addObject(), origin));
        }
    }

    private static void origin(ObjectNode json, Origin origin) {
        json.put("item", origin.item()).put("pointer", origin.field().pointer().toString());
        if (origin.converter() != null) {
            json.put("converter", origin.converter());
        }
    }

    private void materials(ArrayNode materials) {
        for (MergedMaterial material : run.materials()) {
            ObjectNode json =
                    materials
                            .addObject()
                            .put("code", material.code())
                            .put("title", material.title().in(locale))
                            .put("subject", material.subject())
                            .put("required", material.required());
            switch (material.supply()) {
                case Supply.Upload() -> json.put("supply", "upload");
                case Supply.Certificate(String type) ->
                        json.put("supply", "certificate").put("certificate", type);
                case Supply.Produced(String producer) ->
                        json.put("supply", "produced").put("producer", producer);
                case Supply.Generated() -> json.put("supply", "generated");
            }
            ArrayNode items = json.putArray("items");
            material.items().forEach(items::add);
        }
    }

    static void conflicts(List<Conflict> found, ArrayNode conflicts) {
        for (Conflict conflict : found) {
            ObjectNode json =
                    conflicts
                            .addObject()
                            .put("question", conflict.question().toString())
                            .put("keyword", conflict.keyword());
            ObjectNode left = json.putObject("left");
            origin(left, conflict.left());
            left.set("value", conflict.leftValue());
            ObjectNode right = json.putObject("right");
            origin(right, conflict.right());
            right.set("value", conflict.rightValue());
        }
    }
}
