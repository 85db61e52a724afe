package org.onego.bundle;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Conflict;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.prefill.Prefilled;
import tools.jackson.databind.JsonNode;

/// The report for a terminal.
final class MergeText {

    private static final int BAR = 40;

    private final MergeReport report;
    private final PublishedBundle bundle;
    private final PersonaRun run;
    private final MergedForm form;
    private final Locale locale;
    private final Texts texts;
    private final StringBuilder out = new StringBuilder();

    MergeText(MergeReport report, Locale locale) {
        this.report = report;
        this.bundle = report.bundle();
        this.run = report.run();
        this.form = run.form();
        this.locale = locale;
        this.texts = Texts.in(locale);
    }

    String text() {
        var info = bundle.compiled().info();
        out.append(info.title().in(locale)).append(' ').append(info.version()).append('\n');
        out.append(run.persona().title().in(locale)).append('\n');
        items();
        figures();
        conflicts();
        materials();
        questions();
        return out.toString();
    }

    private String say(String key, Object... values) {
        return texts.say(key, values);
    }

    private void heading(String key) {
        out.append('\n').append(say(key)).append('\n');
    }

    private void items() {
        heading("merge.items");
        Table table = new Table();
        for (String id : form.selection().items()) {
            Item item = bundle.compiled().item(id);
            table.row(
                    item.title().in(locale),
                    id,
                    item.department().name(),
                    say("merge.fieldsOf", item.form().fields().size()));
        }
        table.print(out, 2);
    }

    private void figures() {
        Summary summary = report.summary();
        int given =
                (int)
                        form.questions().values().stream()
                                .filter(question -> question.source() instanceof Source.Given)
                                .count();
        int most = Math.max(1, Math.max(summary.fields(), summary.materialsBefore()));
        heading("merge.form");
        Table table = new Table();
        bar(table, "merge.fields", summary.fields(), most, '░');
        bar(table, "merge.questions", summary.questions(), most, '█');
        bar(table, "merge.prefilled", summary.prefilled(), most, '▒');
        bar(table, "merge.typed", summary.typed(), most, '█');
        bar(table, "merge.given", given, most, '▒');
        bar(table, "merge.deferred", summary.deferred(), most, '▒');
        bar(table, "merge.materialsBefore", summary.materialsBefore(), most, '░');
        bar(table, "merge.materialsAfter", summary.materialsAfter(), most, '█');
        table.print(out, 2);
    }

    private void bar(Table table, String key, int count, int most, char block) {
        int length = Math.ceilDiv(count * BAR, most);
        table.row(say(key), String.valueOf(count), String.valueOf(block).repeat(length));
    }

    private void conflicts() {
        if (form.conflicts().isEmpty()) {
            return;
        }
        heading("merge.conflicts");
        for (Conflict conflict : form.conflicts()) {
            out.append("  ").append(conflict(texts, conflict)).append('\n');
        }
    }

    static String conflict(Texts texts, Conflict conflict) {
        return texts.say(
                "merge.conflict",
                conflict.question(),
                conflict.keyword(),
                side(conflict.left(), conflict.leftValue()),
                side(conflict.right(), conflict.rightValue()));
    }

    private static String side(Origin origin, JsonNode value) {
        return origin.item() + origin.field().pointer() + " " + value;
    }

    private void materials() {
        heading("merge.materials");
        Table table = new Table();
        for (MergedMaterial material : run.materials()) {
            String subject = material.subject();
            table.row(
                    material.title().in(locale),
                    subject == null ? "" : bundle.title(subject).in(locale),
                    supply(material.supply()),
                    String.join(" ", material.items()));
        }
        table.print(out, 2);
    }

    private String supply(Supply supply) {
        return switch (supply) {
            case Supply.Upload() -> say("merge.supply.upload");
            case Supply.Certificate(String type) ->
                    say("merge.supply.certificate", certificate(type));
            case Supply.Produced(String producer) -> say("merge.supply.produced", title(producer));
            case Supply.Generated() -> say("merge.supply.generated");
        };
    }

    private String certificate(String type) {
        CertificateType known = bundle.compiled().dictionary().certificateTypes().get(type);
        return known == null ? type : known.title().in(locale);
    }

    private String title(String item) {
        return bundle.compiled().item(item).title().in(locale);
    }

    private void questions() {
        heading("merge.bySubject");
        List<String> subjects =
                form.questions().keySet().stream().map(id -> id.subject()).distinct().toList();
        for (String subject : subjects) {
            out.append("  ").append(bundle.title(subject).in(locale)).append('\n');
            Table table = new Table();
            for (Question question : form.questions().values()) {
                if (question.id().subject().equals(subject)) {
                    table.row(question.title().in(locale), source(question), origins(question));
                }
            }
            table.print(out, 4);
        }
    }

    private String source(Question question) {
        return switch (question.source()) {
            case Source.Given() -> say("merge.source.given");
            case Source.Deferred(String producer) -> say("merge.source.deferred", title(producer));
            case Source.Asked() -> {
                Prefilled read = run.prefilled().get(question.id());
                if (read != null) {
                    yield say(
                            "merge.source.prefilled",
                            certificate(read.provenance().certificateType()));
                }
                yield run.state().visible().contains(question.id())
                        ? say("merge.source.typed")
                        : say("merge.source.hidden");
            }
        };
    }

    private static String origins(Question question) {
        return question.origins().stream()
                .map(origin -> origin.item() + origin.field().pointer())
                .collect(Collectors.joining(" "));
    }
}
