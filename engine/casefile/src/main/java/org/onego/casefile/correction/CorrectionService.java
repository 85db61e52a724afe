package org.onego.casefile.correction;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.application.Person;
import tools.jackson.databind.JsonNode;

/// What a citizen can do when something is to be put right. Each call names the logged-in person;
/// what belongs to somebody else is empty, exactly as what does not exist.
public interface CorrectionService {

    /// What is asked for, or empty when nothing is.
    Optional<CorrectionPage> open(Person person, String applicationId, String item);

    /// Keeps what has been typed, without sending it. Questions that are not on the page, and
    /// locked ones, are left as they are.
    ///
    /// @param remark to the department; may be empty
    Optional<CorrectionOutcome> save(
            Person person,
            String applicationId,
            String item,
            Map<QuestionId, @Nullable JsonNode> answers,
            String remark);

    /// Attaches a file to a material that is asked for.
    Optional<CorrectionOutcome> attach(
            Person person,
            String applicationId,
            String item,
            String material,
            @Nullable String subject,
            String fileName,
            InputStream bytes);

    /// Takes a file back; harmless when it is gone.
    Optional<CorrectionOutcome> removeFile(
            Person person, String applicationId, String item, String fileId);

    /// A file that was attached to the correction and isn't sent yet.
    Optional<FileContent> file(Person person, String applicationId, String item, String fileId);

    /// Sends it, exactly once: every item that shares a changed answer is told.
    Optional<CorrectionOutcome> send(Person person, String applicationId, String item);
}
