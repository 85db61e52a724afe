package org.onego.casefile.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CertificateType.Edit;
import org.onego.bundle.element.Text;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.Question;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.prefill.Prefilled;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.Dispute;
import org.onego.casefile.application.Evidence;
import org.onego.casefile.application.Evidence.Source;
import org.onego.casefile.provenance.AnswerOrigin.Other;
import tools.jackson.databind.JsonNode;

/// An item's document → where each of its answers came from. What the citizen typed has no entry.
public final class FindOrigins {

    private FindOrigins() {}

    public static List<AnswerOrigin> of(
            CompiledBundle bundle,
            MergedForm form,
            Application application,
            String item,
            JsonNode document) {
        List<AnswerOrigin> origins = new ArrayList<>();
        for (Question question : form.questions().values()) {
            Optional<Prefilled> said = said(application, question);
            if (said.isEmpty()) {
                continue;
            }
            question.origins().stream()
                    .filter(origin -> origin.item().equals(item))
                    .map(origin -> origin.field().pointer())
                    .filter(pointer -> !document.at(pointer).isMissingNode())
                    .map(pointer ->
                            origin(bundle, application, question, said.get(), pointer.toString()))
                    .forEach(origins::add);
        }
        return origins;
    }

    private static Optional<Prefilled> said(Application application, Question question) {
        Dispute dispute = application.evidence().disputes().get(question.id());
        return Optional.ofNullable(
                dispute == null ? application.prefilled().get(question.id()) : dispute.printed());
    }

    private static AnswerOrigin origin(
            CompiledBundle bundle,
            Application application,
            Question question,
            Prefilled said,
            String pointer) {
        Prefilled.Provenance provenance = said.provenance();
        return new AnswerOrigin(
                question.id(),
                question,
                pointer,
                provenance.certificateType(),
                title(bundle, provenance.certificateType()),
                provenance.identifier(),
                provenance.readAt(),
                provenance.validUntil(),
                provenance.edit() == Edit.LOCKED,
                others(bundle, application.evidence(), said),
                application.evidence().disputes().get(question.id()));
    }

    private static List<Other> others(CompiledBundle bundle, Evidence evidence, Prefilled said) {
        return evidence.conflict(said.question()).stream()
                .filter(each -> !Source.of(each).equals(Source.of(said)))
                .filter(each -> !each.value().equals(said.value()))
                .map(each ->
                        new Other(
                                each.provenance().certificateType(),
                                title(bundle, each.provenance().certificateType()),
                                each.provenance().identifier(),
                                each.value()))
                .toList();
    }

    /// In words; its id where the type is not in the dictionary any more.
    private static Text title(CompiledBundle bundle, String id) {
        @Nullable CertificateType type = bundle.dictionary().certificateTypes().get(id);
        return type == null ? Text.of(id) : type.title();
    }
}
