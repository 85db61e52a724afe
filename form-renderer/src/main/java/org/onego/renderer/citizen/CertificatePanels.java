package org.onego.renderer.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.page.FormPage;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.bundle.prefill.Prefilled;
import org.onego.casefile.CitizenService;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CertificateRead.State;
import org.onego.casefile.application.Evidence.Source;
import org.onego.casefile.consent.Offer;
import org.onego.renderer.citizen.CertificatePanel.ConflictView;
import org.onego.renderer.citizen.CertificatePanel.SourceView;
import org.onego.renderer.field.AnswerText;
import org.onego.renderer.field.FieldMapper;
import org.springframework.stereotype.Component;

/// A draft and one of its pages → what is to be said about certificates there.
@Component
class CertificatePanels {

    private final CitizenService citizens;
    private final CertificateWords words;
    private final AnswerText answerText;

    CertificatePanels(CitizenService citizens, CertificateWords words, AnswerText answerText) {
        this.citizens = citizens;
        this.words = words;
        this.answerText = answerText;
    }

    CertificatePanel of(Draft draft, FormPage page, Locale locale) {
        Application application = draft.application();
        String base = Way.base(application);
        boolean pending =
                application.reads().stream().anyMatch(read -> read.state() == State.PENDING);
        List<Offer> offers =
                citizens.offers(application.owner(), application.id()).orElse(List.of());
        int spared = offers.stream().mapToInt(offer -> offer.answers().size()).sum();
        return new CertificatePanel(
                pending ? Way.path(draft, page) + "/late" : null,
                pending ? open(draft, page) : "",
                conflicts(draft, page, locale),
                offers.isEmpty() ? null : base + "/family",
                spared,
                offers.stream().anyMatch(offer -> offer.asked() != null),
                base + "/dispute/",
                disputable(draft),
                application.evidence().disputes().keySet().stream()
                        .map(QuestionId::toString)
                        .collect(Collectors.toSet()));
    }

    private static String open(Draft draft, FormPage page) {
        return page.questions().stream()
                .map(Question::id)
                .filter(id -> draft.application().answers().get(id) == null)
                .map(QuestionId::toString)
                .collect(Collectors.joining(" "));
    }

    /// What the host said at login is corrected in the host.
    static Set<String> disputable(Draft draft) {
        return draft.application().prefilled().values().stream()
                .filter(each ->
                        !each.provenance().certificateType().equals(PrefillPlanner.HOST_PROFILE))
                .map(each -> each.question().toString())
                .collect(Collectors.toSet());
    }

    private List<ConflictView> conflicts(Draft draft, FormPage page, Locale locale) {
        List<ConflictView> views = new ArrayList<>();
        for (Question question : page.questions()) {
            if (draft.isForTheCitizen(question)
                    && draft.state().visible().contains(question.id())) {
                views.add(conflict(draft, question, locale));
            }
        }
        return views;
    }

    private ConflictView conflict(Draft draft, Question question, Locale locale) {
        Application application = draft.application();
        Source chosen = application.evidence().chosen().get(question.id());
        List<Prefilled> sources = application.evidence().conflict(question.id());
        List<SourceView> views = new ArrayList<>();
        for (int place = 0; place < sources.size(); place++) {
            Prefilled each = sources.get(place);
            views.add(
                    new SourceView(
                            place,
                            answerText.masked(question, each.value(), locale),
                            words.certificate(
                                    draft.bundle().compiled(),
                                    each.provenance().certificateType(),
                                    locale),
                            Source.of(each).equals(chosen)));
        }
        return new ConflictView(
                FieldMapper.htmlId(question),
                question.id().toString(),
                question.title().in(locale),
                Way.path(draft, draft.pageOf(question.id()).orElseThrow()) + "/source",
                views);
    }
}
