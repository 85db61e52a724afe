package org.onego.casefile.progress;

import org.onego.bundle.PublishedBundle;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.CaseEvent;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.NoticeKind;
import org.onego.casefile.deadline.CaseClock;

/// Prints letters to citizens (文书).
@FunctionalInterface
public interface NoticePrinter {

    /// @return a PDF with all its fonts
    byte[] print(Notice notice);

    /// What a letter is made of.
    ///
    /// @param number 文书编号, the same however often it is printed
    /// @param event what it is about
    /// @param place of the event in the case's timeline, from 0
    /// @param clock how the case stands against its limits
    record Notice(
            NoticeKind kind,
            String number,
            Application application,
            CaseRecord record,
            CaseEvent event,
            int place,
            PublishedBundle bundle,
            CaseClock clock) {}
}
