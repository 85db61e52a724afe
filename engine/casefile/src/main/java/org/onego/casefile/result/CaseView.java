package org.onego.casefile.result;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Question;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.StoredFile;
import org.onego.casefile.deadline.CaseClock;
import org.onego.casefile.provenance.AnswerOrigin;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a department sees of a case: its own item's projection, the results it builds on, and the
/// materials its item asks for. Nothing of other items (law 8).
///
/// @param number the whole application's 办件编号
/// @param document what the item's own form expects, with results of earlier items filled in
/// @param origins where its answers came from, and what is said to be wrong
/// @param questions what the document's fields stand for, by their places in it
/// @param markable the questions that the citizen can put right, by the answers' places in the
///   document
/// @param upstream what earlier items gave that this one needs
/// @param resultFields what has to be filled in when the case is approved; empty for most items
/// @param clock how it stands against its time limits
/// @param steps what this clerk can do now
public record CaseView(
        CaseRecord record,
        String number,
        Instant submittedAt,
        BundleVersion bundle,
        Text bundleTitle,
        Item item,
        Person applicant,
        ObjectNode document,
        List<AnswerOrigin> origins,
        Map<JsonPointer, QuestionId> questions,
        Map<JsonPointer, QuestionId> markable,
        List<Upstream> upstream,
        List<CaseMaterial> materials,
        List<ResultField> resultFields,
        CaseClock clock,
        Set<Step> steps) {

    public CaseView {
        origins = List.copyOf(origins);
        questions = Map.copyOf(questions);
        markable = Collections.unmodifiableMap(new LinkedHashMap<>(markable));
        upstream = List.copyOf(upstream);
        materials = List.copyOf(materials);
        resultFields = List.copyOf(resultFields);
        steps = steps.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(steps));
    }

    /// One of the files of its materials.
    public Optional<StoredFile> file(String fileId) {
        return materials.stream()
                .flatMap(material -> material.files().stream())
                .filter(file -> file.id().equals(fileId))
                .findFirst();
    }

    /// What a clerk can do with a case.
    public enum Step {
        CLAIM,
        RELEASE,
        ACCEPT,
        REFUSE,
        REVIEW,
        APPROVE,
        REJECT,
        DELIVER,
        /// 补正.
        CORRECT,
        TRANSFER,
        /// 会签.
        COSIGN
    }

    /// @param question the answer that `item` gave to it
    public record Upstream(String item, Text itemTitle, Question question, JsonNode value) {}

    /// A material of this item and how it came in.
    ///
    /// @param subject the bundle's subject whose document it is, or null
    /// @param files what the citizen attached, and the file of the certificate
    /// @param certificate identifier of the certificate that replaces the upload, or null
    /// @param markable the citizen can hand it in again
    public record CaseMaterial(
            String code,
            Text title,
            @Nullable String subject,
            boolean required,
            List<StoredFile> files,
            @Nullable String certificate,
            boolean markable) {
        public CaseMaterial {
            files = List.copyOf(files);
        }
    }

    /// A value that the result of this item brings.
    ///
    /// @param question as other items ask for it
    /// @param subjectTitle whom it is about
    public record ResultField(
            QuestionId id, Question question, Text subjectTitle, boolean required) {}
}
