package org.onego.casefile.progress;

import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.casefile.application.Message;
import org.onego.casefile.application.Person;

/// Puts what the document owes somebody into words, and takes it to them.
@FunctionalInterface
public interface Messenger {

    Sent send(News news);

    /// @param key the same for every attempt: it reaches its reader once
    /// @param owner whose application it is; a citizen's message goes to them
    /// @param itemTitle null when it is about the whole
    /// @param caseId of the item's case, or null when it is about the whole
    /// @param days working days that the citizen has, in a message about a correction, else null
    record News(
            String key,
            Message.Kind kind,
            Message.To to,
            Person owner,
            String applicationId,
            Text bundleTitle,
            @Nullable String item,
            @Nullable Text itemTitle,
            @Nullable String caseId,
            @Nullable Integer days) {

        /// Without the person.
        @Override
        public String toString() {
            return kind + " under " + key;
        }
    }

    /// What came of a message.
    sealed interface Sent {

        record Taken() implements Sent {}

        /// Nobody takes such messages here; trying again would change nothing.
        record Nowhere() implements Sent {}

        /// Try again later.
        ///
        /// @param why without personal data, fit for a log
        record Failed(String why) implements Sent {}
    }
}
