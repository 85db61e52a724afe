package org.onego.casefile.result;

import java.util.EnumSet;
import java.util.Set;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.result.CaseView.Step;

/// Which steps start in which state.
public final class StepsOf {

    private StepsOf() {}

    static boolean allows(CaseState state, Step step) {
        return of(state).contains(step);
    }

    /// What a clerk can do now; claims are somebody's, steps the department's.
    public static Set<Step> of(CaseRecord record, Clerk clerk) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        if (!record.state().isOpen()) {
            return steps;
        }
        Clerk claimed = record.claimedBy();
        if (claimed == null) {
            steps.add(Step.CLAIM);
            steps.addAll(of(record.state()));
        } else if (claimed.id().equals(clerk.id())) {
            steps.add(Step.RELEASE);
            steps.add(Step.TRANSFER);
            steps.addAll(of(record.state()));
        }
        return steps;
    }

    private static Set<Step> of(CaseState state) {
        return switch (state) {
            case HANDED_OVER -> EnumSet.of(Step.ACCEPT, Step.REFUSE, Step.CORRECT, Step.COSIGN);
            case ACCEPTED ->
                    EnumSet.of(Step.REVIEW, Step.APPROVE, Step.REJECT, Step.CORRECT, Step.COSIGN);
            case REVIEWED -> EnumSet.of(Step.APPROVE, Step.REJECT, Step.CORRECT, Step.COSIGN);
            case APPROVED -> EnumSet.of(Step.DELIVER);
            case WAITING,
                    CORRECTION,
                    SUPPLEMENT,
                    NOT_ACCEPTED,
                    REJECTED,
                    DELIVERED,
                    WITHDRAWN,
                    CANCELLED,
                    PASSED_BY ->
                    Set.of();
        };
    }
}
