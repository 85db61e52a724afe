package org.onego.casefile.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.application.HandedIn;
import org.onego.casefile.application.KnownAnswers;
import org.onego.casefile.application.Selections;
import org.onego.casefile.application.StoredFile;
import org.onego.casefile.correction.Markable;
import org.onego.casefile.deadline.Deadlines;
import org.onego.casefile.provenance.FindOrigins;
import org.onego.casefile.result.CaseView.CaseMaterial;
import org.onego.casefile.result.CaseView.Step;
import org.onego.casefile.result.CaseView.Upstream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An application and one of its cases → what that case's department may see of it, and nothing
/// else (law 8).
public final class ViewCase {

    private final BundleCatalogue catalogue;
    private final Deadlines deadlines;

    public ViewCase(BundleCatalogue catalogue, Deadlines deadlines) {
        this.catalogue = catalogue;
        this.deadlines = deadlines;
    }

    public CaseView view(Application application, CaseRecord record, Set<Step> steps) {
        Application.Submission submission = application.submission();
        if (submission == null) {
            throw new IllegalStateException(application + " has a case but was not submitted");
        }
        PublishedBundle bundle = catalogue.of(application);
        MergedForm form = Selections.formOf(bundle, application);
        Item item = bundle.compiled().item(record.item());
        Answers known = KnownAnswers.of(application, form);
        ObjectNode document = bundle.project(form, item.id(), known);
        Markable markable = Markable.of(bundle, application, item.id());
        return new CaseView(
                record,
                submission.number(),
                submission.at(),
                application.bundle(),
                bundle.compiled().info().title(),
                item,
                application.owner(),
                document,
                FindOrigins.of(bundle.compiled(), form, application, item.id(), document),
                questions(form, item),
                markable(form, item, markable),
                upstream(bundle, form, item, known),
                materials(bundle, form, item, application, markable),
                ResultFields.of(bundle, form, item),
                deadlines.of(record, item.deadline()),
                steps);
    }

    private static Map<JsonPointer, QuestionId> questions(MergedForm form, Item item) {
        Map<JsonPointer, QuestionId> questions = new LinkedHashMap<>();
        form.questionsOf(item.id())
                .forEach((pointer, question) -> questions.put(pointer, question.id()));
        return questions;
    }

    private static Map<JsonPointer, QuestionId> markable(
            MergedForm form, Item item, Markable markable) {
        Map<JsonPointer, QuestionId> questions = new LinkedHashMap<>();
        form.questionsOf(item.id())
                .forEach((pointer, question) -> {
                    if (markable.questions().contains(question.id())) {
                        questions.put(pointer, question.id());
                    }
                });
        return questions;
    }

    private static List<Upstream> upstream(
            PublishedBundle bundle, MergedForm form, Item item, Answers known) {
        List<Upstream> upstream = new ArrayList<>();
        for (Question question : form.questions().values()) {
            boolean needed =
                    question.origins().stream().anyMatch(origin -> origin.item().equals(item.id()));
            @Nullable JsonNode value = known.get(question.id());
            if (needed
                    && value != null
                    && question.source() instanceof Question.Source.Deferred(String producer)) {
                upstream.add(
                        new Upstream(
                                producer,
                                bundle.compiled().item(producer).title(),
                                question,
                                value));
            }
        }
        return upstream;
    }

    private static List<CaseMaterial> materials(
            PublishedBundle bundle,
            MergedForm form,
            Item item,
            Application application,
            Markable markable) {
        return bundle.materials(form, application.answers()).stream()
                .filter(material -> material.items().contains(item.id()))
                .map(material ->
                        new CaseMaterial(
                                material.code(),
                                material.title(),
                                material.subject(),
                                material.required(),
                                files(material, application),
                                read(material, application)
                                        .map(CertificateRead::identifier)
                                        .orElse(null),
                                markable.materials().contains(material)))
                .toList();
    }

    /// What the citizen attached, and the certificate itself.
    private static List<StoredFile> files(MergedMaterial material, Application application) {
        return Stream.concat(
                        application.materials().stream()
                                .filter(file ->
                                        file.material().equals(material.code())
                                                && Objects.equals(
                                                        file.subject(), material.subject()))
                                .map(HandedIn::file),
                        read(material, application).map(CertificateRead::file).stream())
                .toList();
    }

    /// The certificate that was read in place of an upload.
    private static Optional<CertificateRead> read(
            MergedMaterial material, Application application) {
        if (!(material.supply() instanceof Supply.Certificate(String type))) {
            return Optional.empty();
        }
        return application.reads().stream()
                .filter(read ->
                        read.state() == CertificateRead.State.FOUND
                                && read.type().equals(type)
                                && read.holder().equals(material.subject()))
                .findFirst();
    }
}
