package org.onego.bundle;

import java.util.Locale;
import java.util.Map;
import org.onego.bundle.PersonaRun.MadeLookup;
import org.onego.bundle.element.CertificateType.Answer;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.PrefillPlan.Expected;
import org.onego.bundle.prefill.ReadResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The report for programs.
final class PrefillJson {

    private final PrefillReport report;
    private final PersonaRun run;
    private final Locale locale;

    PrefillJson(PrefillReport report, Locale locale) {
        this.report = report;
        this.run = report.run();
        this.locale = locale;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var info = report.bundle().compiled().info();
        json.putObject("bundle").put("id", info.id()).put("version", info.version());
        json.put("persona", run.persona().id());
        report.figures().forEach(json::put);
        ArrayNode plan = json.putArray("plan");
        run.lookups().forEach(made -> lookup(plan.addObject(), made));
        ArrayNode open = json.putArray("open");
        for (OpenQuestion each : report.open()) {
            open.addObject()
                    .put("question", each.question().id().toString())
                    .put("title", each.question().title().in(locale))
                    .put("why", name(each.why()))
                    .put("certificate", each.certificate())
                    .put("holder", each.holder());
        }
        ArrayNode left = json.putArray("left");
        report.left()
                .forEach((type, says) ->
                        left.addObject()
                                .put("certificate", type.id())
                                .put("why", says ? "others-say-it" : "nothing-asked"));
        return json;
    }

    private void lookup(ObjectNode json, MadeLookup made) {
        json.put("wave", made.wave())
                .put("certificate", made.lookup().type().id())
                .put("title", made.lookup().type().title().in(locale))
                .put("holder", made.lookup().holder())
                .put("found", made.result() instanceof ReadResult.Read);
        ArrayNode answers = json.putArray("answers");
        for (QuestionId id : made.answered()) {
            Question question = run.form().question(id);
            ObjectNode answer = answers.addObject().put("question", id.toString());
            if (question != null) {
                answer.put("title", question.title().in(locale));
            }
            for (Expected expected : made.lookup().answers()) {
                if (expected.question().equals(id)) {
                    Answer how = expected.answer();
                    answer.put("attribute", how.attribute())
                            .put("element", how.element().toString())
                            .put("about", how.about())
                            .put("edit", name(how.edit()));
                }
            }
        }
        made.lookup().materials().forEach(json.putArray("materials")::add);
        if (made.result() instanceof ReadResult.Read(_, var unusable, _) && !unusable.isEmpty()) {
            ObjectNode not = json.putObject("unusable");
            for (Map.Entry<QuestionId, ReadResult.Unusable> each : unusable.entrySet()) {
                not.put(each.getKey().toString(), each.getValue().toString());
            }
        }
    }

    private static String name(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
