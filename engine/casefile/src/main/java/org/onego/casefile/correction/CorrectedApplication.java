package org.onego.casefile.correction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.QuestionId;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.Correction;
import org.onego.casefile.application.Difference.Changed;
import org.onego.casefile.application.HandedIn;

/// An application and a correction's answers and files → the application with them.
final class CorrectedApplication {

    private CorrectedApplication() {}

    /// As if it had been sent, without storing anything.
    static Application of(Application application, Correction correction, Answers answers) {
        return apply(application, correction, answers, application.changedAt()).done();
    }

    /// The next version with the new answers and files in place of the old ones.
    static ApplicationEdit apply(
            Application application, Correction correction, Answers answers, Instant now) {
        ApplicationEdit edit = application.edit(now);
        for (Changed changed : changes(application, correction, answers)) {
            edit.answer(changed.question(), changed.after());
        }
        List<HandedIn> materials = new ArrayList<>(application.materials());
        materials.removeAll(replaced(application, correction));
        materials.addAll(correction.attached());
        return edit.materials(materials);
    }

    static List<Changed> changes(Application application, Correction correction, Answers answers) {
        Set<QuestionId> asked = new LinkedHashSet<>(correction.typed().keySet());
        return asked.stream()
                .filter(question ->
                        !Objects.equals(application.answers().get(question), answers.get(question)))
                .map(question ->
                        new Changed(
                                question,
                                application.answers().get(question),
                                answers.get(question)))
                .toList();
    }

    /// New files stand in place of all that were handed in for the same material.
    static List<HandedIn> replaced(Application application, Correction correction) {
        return application.materials().stream()
                .filter(old ->
                        correction.attached().stream()
                                .anyMatch(file ->
                                        file.material().equals(old.material())
                                                && Objects.equals(file.subject(), old.subject())))
                .toList();
    }
}
