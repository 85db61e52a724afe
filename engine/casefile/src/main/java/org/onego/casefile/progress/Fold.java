package org.onego.casefile.progress;

import java.time.Instant;
import org.onego.bundle.PublishedBundle;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.HandOver;
import org.onego.casefile.application.PassBy;
import org.onego.casefile.application.Selections;
import org.onego.casefile.provenance.DisputePolicy;

/// What the process came to → the application's next version: cases that it has reached are handed
/// over, cases that it has left out are passed by.
final class Fold {

    private static final Actor ENGINE = new Actor.Engine();

    private Fold() {}

    static Application fold(
            Application application,
            PublishedBundle bundle,
            int seq,
            ProcessSnapshot snapshot,
            Instant now) {
        ApplicationEdit edit = application.edit(now).applied(seq);
        for (CaseRecord each : application.cases()) {
            if (each.state() == CaseState.WAITING) {
                if (snapshot.active().contains(each.id()) && isHeld(bundle, application, each)) {
                    edit.evidence(evidence -> evidence.holding(each.item()));
                } else {
                    edit.caseOf(each.item(), waiting -> reached(waiting, snapshot, now));
                }
            }
        }
        PassBy.passBy(edit, bundle.compiled(), now);
        return edit.done();
    }

    private static CaseRecord reached(CaseRecord waiting, ProcessSnapshot snapshot, Instant now) {
        if (snapshot.active().contains(waiting.id())) {
            return HandOver.toDepartment(waiting, now);
        }
        if (snapshot.ended()) {
            return waiting.became(CaseState.PASSED_BY, now, ENGINE, null);
        }
        return waiting;
    }

    /// The department gets it when the issuer of a disputed certificate has answered.
    private static boolean isHeld(
            PublishedBundle bundle, Application application, CaseRecord each) {
        return !application.evidence().disputes().isEmpty()
                && DisputePolicy.isHeld(
                        bundle.compiled(),
                        Selections.formOf(bundle, application),
                        application,
                        each.item());
    }
}
