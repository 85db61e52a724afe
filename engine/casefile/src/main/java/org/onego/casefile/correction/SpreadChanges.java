package org.onego.casefile.correction;

import java.time.Instant;
import java.util.List;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.Question;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Delivery;
import org.onego.casefile.application.Difference;
import org.onego.casefile.application.Difference.Changed;
import org.onego.casefile.application.HandedIn;
import org.onego.casefile.application.Message;

/// What a correction of one item changes in others: each that shares a changed answer or material
/// is told the difference. One that waits will get the new answers when it is handed over; one that
/// is at work gets them at once; one that has decided learns what has changed since.
final class SpreadChanges {

    private SpreadChanges() {}

    /// @param changes what the citizen changed
    /// @param attached the materials that were handed in again
    static void spread(
            ApplicationEdit edit,
            PublishedBundle bundle,
            MergedForm form,
            Application before,
            String item,
            List<Changed> changes,
            List<HandedIn> attached,
            Instant now) {
        for (CaseRecord each : before.cases()) {
            if (each.item().equals(item)) {
                edit.caseOf(item, own -> toldAgain(own, now));
            } else if (isTold(each.state())) {
                Difference difference =
                        new Difference(
                                now,
                                item,
                                changes.stream()
                                        .filter(change -> isOf(form, change, each.item()))
                                        .toList(),
                                materials(bundle, form, before, attached, each.item()));
                if (!difference.changes().isEmpty() || !difference.materials().isEmpty()) {
                    edit.caseOf(
                            each.item(), other -> toldAgain(other.withDifference(difference), now));
                    edit.tell(
                            Message.Kind.CHANGED,
                            new Message.To.Staff(
                                    each.department(),
                                    each.claimedBy() == null ? null : each.claimedBy().id()),
                            each.item());
                }
            }
        }
    }

    /// Under a key of its own: the department's system knows the first one already.
    private static CaseRecord toldAgain(CaseRecord record, Instant now) {
        if (record.handler() != Handler.PUSH || record.delivery() == null) {
            return record;
        }
        int time = record.differences().size() + record.corrections().size();
        return record.withDelivery(Delivery.due(record.id() + ":" + time, now));
    }

    /// Whoever has not got it yet gets the new answers with the rest, and what was taken back or
    /// passed by concerns nobody any more.
    private static boolean isTold(CaseState state) {
        return switch (state) {
            case HANDED_OVER,
                    CORRECTION,
                    ACCEPTED,
                    REVIEWED,
                    SUPPLEMENT,
                    APPROVED,
                    DELIVERED,
                    NOT_ACCEPTED,
                    REJECTED ->
                    true;
            case WAITING, WITHDRAWN, CANCELLED, PASSED_BY -> false;
        };
    }

    private static boolean isOf(MergedForm form, Changed change, String item) {
        Question question = form.question(change.question());
        return question != null
                && question.origins().stream().anyMatch(origin -> origin.item().equals(item));
    }

    private static List<String> materials(
            PublishedBundle bundle,
            MergedForm form,
            Application before,
            List<HandedIn> attached,
            String item) {
        return bundle.materials(form, before.answers()).stream()
                .filter(material -> material.items().contains(item))
                .filter(material ->
                        attached.stream().anyMatch(file -> CorrectionPage.isOf(file, material)))
                .map(MergedMaterial::code)
                .distinct()
                .toList();
    }
}
