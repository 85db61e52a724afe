package org.onego.renderer.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.Question;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.CaseEvent;
import org.onego.casefile.application.Correction;
import org.onego.casefile.application.Correction.Mark;
import org.onego.casefile.application.NoticeKind;
import org.onego.casefile.application.Selections;
import org.onego.casefile.deadline.ChinaDay;
import org.onego.casefile.progress.NoticePrinter.Notice;
import org.onego.renderer.field.AnswerText;
import org.onego.renderer.notice.NoticeView.Line;
import org.onego.renderer.notice.NoticeView.MarkLine;
import org.springframework.stereotype.Component;

/// A case and one of its steps → what its letter says. Letters are Chinese whatever language the
/// citizen reads pages in: they are official documents.
@Component
class NoticeFacts {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /// 行政许可 among the types of items (GB/T 39046).
    private static final String PERMIT = "01";

    private final AnswerText answers;

    NoticeFacts(AnswerText answers) {
        this.answers = answers;
    }

    NoticeView of(Notice notice) {
        Item item = notice.bundle().compiled().item(notice.record().item());
        MergedForm form = Selections.formOf(notice.bundle(), notice.application());
        @Nullable Correction correction = correction(notice);
        Instant received =
                Objects.requireNonNullElse(notice.record().handedOverAt(), notice.event().at());
        boolean engine = notice.event().by() instanceof Actor.Engine;
        var info = notice.bundle().compiled().info();
        return new NoticeView(
                notice.kind(),
                item.type().equals(PERMIT),
                notice.number(),
                notice.application().owner().name(),
                item.title().zh(),
                item.code(),
                info.title().zh(),
                notice.record().number(),
                day(ChinaDay.of(notice.event().at())),
                day(ChinaDay.of(received)),
                notice.event().reason(),
                engine && notice.kind() != NoticeKind.ACCEPTANCE,
                engine && notice.kind() == NoticeKind.ACCEPTANCE,
                correction == null ? List.of() : marks(notice, form, correction),
                correction == null ? 0 : correction.days(),
                correction == null ? null : day(ChinaDay.of(correction.until().minusSeconds(1))),
                notice.clock().promised(),
                notice.clock().legal(),
                notice.clock().due() == null ? null : day(notice.clock().due()),
                materials(notice, form),
                results(notice, form),
                item.department().name(),
                info.region(),
                notice.event().by() instanceof Actor.Clerk clerk ? clerk.name() : null,
                info.hotline());
    }

    /// The correction that an event asks for: as many corrections as such events, in order.
    private static @Nullable Correction correction(Notice notice) {
        if (notice.kind() != NoticeKind.CORRECTION) {
            return null;
        }
        List<CaseEvent> events = notice.record().events();
        long number =
                events.subList(0, notice.place() + 1).stream()
                        .filter(event -> event.state().isWithCitizen())
                        .count();
        return notice.record().corrections().get((int) number - 1);
    }

    private static List<MarkLine> marks(Notice notice, MergedForm form, Correction correction) {
        List<MarkLine> lines = new ArrayList<>();
        for (Mark mark : correction.marks()) {
            switch (mark) {
                case Mark.OfQuestion(var id, String reason) -> {
                    Question question = form.question(id);
                    String what = question == null ? id.key() : question.title().zh();
                    lines.add(
                            new MarkLine(
                                    notice.bundle().title(id.subject()).zh() + "：" + what,
                                    "",
                                    reason));
                }
                case Mark.OfMaterial(String code, String subject, String reason) ->
                        lines.add(new MarkLine(material(form, code, subject), code, reason));
            }
        }
        return lines;
    }

    private static String material(MergedForm form, String code, @Nullable String subject) {
        return form.materials().stream()
                .filter(each -> each.code().equals(code) && Objects.equals(each.subject(), subject))
                .findFirst()
                .map(each -> each.title().zh())
                .orElse(code);
    }

    private static List<Line> materials(Notice notice, MergedForm form) {
        return notice.bundle().materials(form, notice.application().answers()).stream()
                .filter(material -> material.items().contains(notice.record().item()))
                .map(material -> new Line(material.title().zh(), how(notice, material)))
                .toList();
    }

    private static String how(Notice notice, MergedMaterial material) {
        boolean handedIn =
                notice.application().materials().stream()
                        .anyMatch(file ->
                                file.material().equals(material.code())
                                        && Objects.equals(file.subject(), material.subject()));
        if (handedIn) {
            return "申请人提交";
        }
        return switch (material.supply()) {
            case MergedMaterial.Supply.Certificate _ -> "电子证照";
            case MergedMaterial.Supply.Produced _ -> "前面事项的结果";
            case MergedMaterial.Supply.Generated() -> "按申请内容生成";
            case MergedMaterial.Supply.Upload() -> "未提交（选交）";
        };
    }

    private List<Line> results(Notice notice, MergedForm form) {
        List<Line> lines = new ArrayList<>();
        if (notice.kind() == NoticeKind.APPROVAL) {
            notice.record()
                    .results()
                    .forEach((id, value) -> {
                        Question question = form.question(id);
                        lines.add(
                                question == null
                                        ? new Line(id.key(), value.asString())
                                        : new Line(
                                                question.title().zh(),
                                                answers.full(question, value, CHINESE)));
                    });
        }
        return lines;
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
