package org.onego.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PersonaRun.MadeLookup;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.PrefillPlan.Expected;

/// The report for a terminal.
final class PrefillText {

    private final PrefillReport report;
    private final PersonaRun run;
    private final Locale locale;
    private final boolean explain;
    private final Texts texts;
    private final StringBuilder out = new StringBuilder();

    PrefillText(PrefillReport report, Locale locale, boolean explain) {
        this.report = report;
        this.run = report.run();
        this.locale = locale;
        this.explain = explain;
        this.texts = Texts.in(locale);
    }

    String text() {
        var info = report.bundle().compiled().info();
        line(info.title().in(locale) + " " + info.version());
        line(run.persona().title().in(locale));
        line("");
        int questions = report.figure("questions");
        int prefilled = report.figure("prefilled");
        line(
                say(
                        "prefill.figures",
                        questions,
                        prefilled,
                        Math.round(100f * prefilled / Math.max(1, questions)),
                        report.figure("typed"),
                        report.figure("lookups"),
                        report.figure("waves"),
                        report.figure("contributing")));
        lookups();
        open();
        if (explain) {
            left();
        }
        return out.toString();
    }

    private void lookups() {
        int wave = -1;
        for (MadeLookup made : run.lookups()) {
            if (made.wave() != wave) {
                wave = made.wave();
                line("");
                line(wave == 0 ? say("prefill.login") : say("prefill.wave", wave));
            }
            line(
                    "  %s · %s  %s"
                            .formatted(
                                    made.lookup().type().title().in(locale),
                                    subject(made.lookup().holder()),
                                    brought(made)));
            if (explain) {
                Table table = new Table();
                made.answered().forEach(id -> table.row(title(id), how(made, id)));
                table.print(out, 6);
            } else if (!made.answered().isEmpty()) {
                line(
                        "      "
                                + made.answered().stream()
                                        .map(this::title)
                                        .collect(Collectors.joining(say("prefill.and"))));
            }
        }
    }

    private String brought(MadeLookup made) {
        String answers =
                made.result() == null
                        ? say("prefill.notHeld")
                        : say("prefill.answers", made.answered().size());
        String materials =
                made.lookup().materials().stream()
                        .map(this::material)
                        .collect(Collectors.joining(say("prefill.and")));
        return materials.isEmpty() || made.result() == null
                ? answers
                : answers + say("prefill.replaces", materials);
    }

    private String material(String code) {
        return run.materials().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(MergedMaterial::title)
                .map(title -> title.in(locale))
                .orElse(code);
    }

    private String how(MadeLookup made, QuestionId id) {
        for (Expected expected : made.lookup().answers()) {
            if (expected.question().equals(id)) {
                return "← %s (%s)"
                        .formatted(
                                attribute(made.lookup().type(), expected.answer()),
                                say(
                                        "prefill.edit."
                                                + expected.answer()
                                                        .edit()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)));
            }
        }
        return "";
    }

    private String attribute(CertificateType type, CertificateType.Answer answer) {
        CertificateType.Attribute attribute = type.attributes().get(answer.attribute());
        return attribute == null ? answer.attribute() : attribute.title().in(locale);
    }

    private void open() {
        Map<String, List<OpenQuestion>> byReason =
                report.open().stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::reason, LinkedHashMap::new, Collectors.toList()));
        line("");
        line(say("prefill.open"));
        byReason.forEach((reason, questions) -> {
            line("  " + reason + say("prefill.count", questions.size()));
            if (explain) {
                Table table = new Table();
                questions.forEach(each ->
                        table.row(
                                subject(each.question().id().subject()),
                                each.question().title().in(locale)));
                table.print(out, 6);
            } else {
                line(
                        "      "
                                + questions.stream()
                                        .map(each -> each.question().title().in(locale))
                                        .collect(Collectors.joining(say("prefill.and"))));
            }
        });
    }

    private String reason(OpenQuestion open) {
        String why = say("prefill.why." + open.why().name());
        return open.certificate() == null
                ? why
                : why
                        + say("prefill.colon")
                        + certificate(open.certificate())
                        + " · "
                        + subject(open.holder());
    }

    private void left() {
        line("");
        line(say("prefill.left"));
        report.left()
                .forEach((type, says) ->
                        line(
                                "  %s  %s"
                                        .formatted(
                                                type.title().in(locale),
                                                say(
                                                        says
                                                                ? "prefill.left.others"
                                                                : "prefill.left.nothing"))));
    }

    private String certificate(String id) {
        CertificateType type = report.bundle().compiled().dictionary().certificateTypes().get(id);
        return type == null ? id : type.title().in(locale);
    }

    private String subject(@Nullable String id) {
        return id == null ? "" : report.bundle().title(id).in(locale);
    }

    private String title(QuestionId id) {
        Question question = run.form().question(id);
        return question == null ? id.toString() : question.title().in(locale);
    }

    private String say(String key, Object... values) {
        return texts.say(key, values);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
