package org.onego.casefile.application;

import org.jspecify.annotations.Nullable;

/// Cases in the codes under which platforms exchange them: 办件状态 of provincial platforms, and the
/// codes of acceptance, stage and result of national uploads.
public final class NationalCodes {

    private NationalCodes() {}

    /// 办件状态. A case that somebody in the department, or its system, has got is 已接件.
    public static String status(CaseRecord record) {
        return record.state() == CaseState.HANDED_OVER && isReceived(record)
                ? "26"
                : record.state().code();
    }

    /// 办件状态 of an application as a whole: 未提交 while it is a draft, then 已提交 until it is completed.
    public static String status(Application.Status status) {
        return switch (status) {
            case DRAFT -> "10";
            case SUBMITTED -> "12";
            case COMPLETED -> "90";
        };
    }

    private static boolean isReceived(CaseRecord record) {
        return record.claimedBy() != null
                || record.lease() != null
                || record.delivery() != null
                        && record.delivery().state() == Delivery.State.ACKNOWLEDGED;
    }

    /// is_pause.
    public static String pause(CaseRecord record) {
        return record.ledger().paused() == null ? "0" : "1";
    }

    /// 预受理状态 (YSLZTDM): 1 审核通过, 2 不受理, 3 补交补正材料; null before anything was said.
    public static @Nullable String preAcceptance(CaseState state) {
        return switch (state) {
            case ACCEPTED, REVIEWED, SUPPLEMENT, APPROVED, REJECTED, DELIVERED -> "1";
            case NOT_ACCEPTED -> "2";
            case CORRECTION -> "3";
            case WAITING, HANDED_OVER, WITHDRAWN, CANCELLED, PASSED_BY -> null;
        };
    }

    /// 受理状态 (SLZTDM): 1 受理, 2 不受理; null before either.
    public static @Nullable String acceptance(CaseState state) {
        return switch (state) {
            case ACCEPTED, REVIEWED, SUPPLEMENT, APPROVED, REJECTED, DELIVERED -> "1";
            case NOT_ACCEPTED -> "2";
            case WAITING, HANDED_OVER, CORRECTION, WITHDRAWN, CANCELLED, PASSED_BY -> null;
        };
    }

    /// 审批环节 (SPHJDM) that an event belongs to: 1 承办, 2 审核, 3 批准; null where it is none of them.
    public static @Nullable String stage(CaseState state) {
        return switch (state) {
            case ACCEPTED, SUPPLEMENT -> "1";
            case REVIEWED -> "2";
            case APPROVED, REJECTED -> "3";
            case WAITING,
                    HANDED_OVER,
                    CORRECTION,
                    NOT_ACCEPTED,
                    DELIVERED,
                    WITHDRAWN,
                    CANCELLED,
                    PASSED_BY ->
                    null;
        };
    }

    /// 办结结果 (BJJGDM): 0 出证办结, 1 退回办结, 2 作废办结, 5 补正超时驳回, 6 办结; null while it is open. Nothing is
    /// deleted (3) or passed on to a higher authority (4) here.
    ///
    /// @param issues whether the item issues a certificate
    public static @Nullable String result(CaseRecord record, boolean issues) {
        return switch (record.state()) {
            case DELIVERED -> issues ? "0" : "6";
            case NOT_ACCEPTED, REJECTED -> expired(record) ? "5" : "1";
            case WITHDRAWN, CANCELLED, PASSED_BY -> "2";
            case WAITING, HANDED_OVER, CORRECTION, ACCEPTED, REVIEWED, SUPPLEMENT, APPROVED -> null;
        };
    }

    /// Ended by the engine while the citizen was to bring something.
    private static boolean expired(CaseRecord record) {
        return record.events().size() > 1
                && record.events().getLast().by() instanceof Actor.Engine
                && record.events().get(record.events().size() - 2).state().isWithCitizen();
    }

    /// The event by which a case came to a state, as platforms name it.
    public static String event(CaseState before, CaseState state) {
        return switch (state) {
            case WAITING -> "申办";
            case HANDED_OVER -> before.isWithCitizen() ? "补交受理" : "收件";
            case CORRECTION, SUPPLEMENT -> "补交告知";
            case ACCEPTED -> before.isWithCitizen() ? "补交受理" : "受理";
            case NOT_ACCEPTED -> "不予受理";
            case REVIEWED, APPROVED -> "审批";
            case REJECTED, CANCELLED, PASSED_BY -> "办结";
            case WITHDRAWN -> "撤销申请";
            case DELIVERED -> "领取登记";
        };
    }

    /// The event by which a special procedure begins and ends.
    public static String event(Pause pause) {
        return pause.isOpen() ? "特别程序申请" : "特别程序结果";
    }

    /// 联合审批套餐子申报 (LHSP): YSJ 已收件, YSTH 退回, DBJ 待补件; null before it is handed over.
    public static @Nullable String joint(CaseState state) {
        return switch (state) {
            case HANDED_OVER, ACCEPTED, REVIEWED, APPROVED, REJECTED, DELIVERED -> "YSJ";
            case NOT_ACCEPTED -> "YSTH";
            case CORRECTION, SUPPLEMENT -> "DBJ";
            case WAITING, WITHDRAWN, CANCELLED, PASSED_BY -> null;
        };
    }
}
