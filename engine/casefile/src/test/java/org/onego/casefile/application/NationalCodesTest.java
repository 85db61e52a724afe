package org.onego.casefile.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onego.casefile.application.Actor.Clerk;
import org.onego.casefile.application.CaseRecord.Handler;

/// Every code of the table of public sources (`codes/case_states.csv`) is either reached by a case
/// of ours, or named here with the reason why none is ever in it.
class NationalCodesTest {

    private static final Instant AT = Instant.parse("2026-11-24T02:00:00Z");
    private static final Actor CLERK = new Clerk("c", "王", "health");

    /// 办件状态 that no case of ours has, and why.
    private static final Map<String, String> NEVER =
            Map.of(
                    "8", "a draft begins with its first answer: 10",
                    "14", "nothing is looked at before it is handed over",
                    "16", "nothing is looked at before it is handed over",
                    "20", "a case exists from submission on: 22");

    private static CaseRecord waiting(Handler handler) {
        return CaseRecord.waiting("a", "item", "N1", "health", handler, AT);
    }

    private static CaseRecord at(CaseState... states) {
        CaseRecord record = waiting(Handler.DESK);
        for (CaseState state : states) {
            record = record.became(state, AT, CLERK, "why");
        }
        return record;
    }

    /// A case in each state, as it comes there.
    private static Stream<CaseRecord> cases() {
        CaseRecord handedOver = at(CaseState.HANDED_OVER);
        return Stream.concat(
                Arrays.stream(CaseState.values())
                        .map(state -> at(CaseState.HANDED_OVER, CaseState.ACCEPTED, state)),
                Stream.of(
                        waiting(Handler.DESK),
                        handedOver,
                        handedOver.withClaim(new Clerk("c", "王", "health")),
                        waiting(Handler.PUSH)
                                .became(CaseState.HANDED_OVER, AT, CLERK, null)
                                .withDelivery(Delivery.due("k", AT).acknowledged()),
                        waiting(Handler.PULL)
                                .became(CaseState.HANDED_OVER, AT, CLERK, null)
                                .withLease(new Lease("w", "t", AT))));
    }

    private record Row(String system, String code, String name) {}

    private static List<Row> table() {
        try (InputStream in =
                Objects.requireNonNull(
                        NationalCodesTest.class.getResourceAsStream("/codes/case_states.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 4))
                    .map(cells -> new Row(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Row> of(String system) {
        List<Row> rows = table().stream().filter(row -> row.system().startsWith(system)).toList();
        assertThat(rows).as(system).isNotEmpty();
        return rows;
    }

    @Test
    void everyStatusIsReachedOrExplained() {
        Set<String> reached = new TreeSet<>();
        cases().map(NationalCodes::status).forEach(reached::add);
        Arrays.stream(Application.Status.values()).map(NationalCodes::status).forEach(reached::add);
        Set<String> all = of("新点(Epoint) 办件").stream().map(Row::code).collect(Collectors.toSet());
        assertThat(reached).as("only codes of the table").isSubsetOf(all);
        Set<String> explained = new TreeSet<>(reached);
        explained.addAll(NEVER.keySet());
        assertThat(explained).containsExactlyInAnyOrderElementsOf(all);
        assertThat(reached).doesNotContainAnyElementsOf(NEVER.keySet());
    }

    @Test
    void theStatusSaysWhatTheTableSays() {
        Map<String, String> names =
                of("新点(Epoint) 办件").stream().collect(Collectors.toMap(Row::code, Row::name));
        assertThat(names)
                .containsEntry(CaseState.WAITING.code(), "预登记")
                .containsEntry(CaseState.HANDED_OVER.code(), "待接件")
                .containsEntry(CaseState.CORRECTION.code(), "待补办(补正)")
                .containsEntry(CaseState.ACCEPTED.code(), "已受理")
                .containsEntry(CaseState.SUPPLEMENT.code(), "已受理待补办")
                .containsEntry(CaseState.REJECTED.code(), "审批不通过")
                .containsEntry(CaseState.APPROVED.code(), "审批通过")
                .containsEntry(CaseState.DELIVERED.code(), "正常办结")
                .containsEntry(CaseState.NOT_ACCEPTED.code(), "不予受理")
                .containsEntry(CaseState.WITHDRAWN.code(), "撤销申请")
                .containsEntry(CaseState.CANCELLED.code(), "异常终止")
                .containsEntry(CaseState.PASSED_BY.code(), "异常终止")
                .containsEntry("26", "已接件");
    }

    @Test
    void aPauseIsAFlagBesideTheStatus() {
        CaseRecord paused =
                at(CaseState.HANDED_OVER, CaseState.ACCEPTED)
                        .withLedger(
                                at(CaseState.HANDED_OVER, CaseState.ACCEPTED)
                                        .ledger()
                                        .stopped(
                                                Pause.special(
                                                        Pause.Kind.SPECIAL,
                                                        "听证",
                                                        new Pause.Special("听证", "局长", 10),
                                                        CLERK,
                                                        AT)));
        assertThat(of("新点(Epoint) flag")).extracting(Row::code).containsExactly("is_pause=1");
        assertThat("is_pause=" + NationalCodes.pause(paused)).isEqualTo("is_pause=1");
        assertThat(NationalCodes.status(paused)).isEqualTo("30");
        assertThat(NationalCodes.pause(at(CaseState.HANDED_OVER))).isEqualTo("0");
    }

    @Test
    void theNationalUploadsCodesAreReached() {
        assertThat(codes("浪潮 iCity 预受理状态", "/"))
                .isEqualTo(reached(record -> NationalCodes.preAcceptance(record.state())));
        assertThat(codes("浪潮 受理状态", "/"))
                .isEqualTo(reached(record -> NationalCodes.acceptance(record.state())));
        assertThat(codes("浪潮 审批环节", "/"))
                .isEqualTo(reached(record -> NationalCodes.stage(record.state())));
    }

    private static Set<String> codes(String system, String separator) {
        return new TreeSet<>(List.of(of(system).getFirst().code().split(separator)));
    }

    private static Set<String> reached(
            java.util.function.Function<CaseRecord, @org.jspecify.annotations.Nullable String>
                    code) {
        Set<String> reached = new TreeSet<>();
        cases().forEach(record -> {
            String one = code.apply(record);
            if (one != null) {
                reached.add(one);
            }
        });
        return reached;
    }

    @Test
    void everyEndHasAResult() {
        assertThat(of("浪潮 办结结果").getFirst().code()).isEqualTo("0..6");
        Set<String> reached = new LinkedHashSet<>();
        CaseRecord expired =
                at(CaseState.HANDED_OVER, CaseState.ACCEPTED, CaseState.SUPPLEMENT)
                        .became(CaseState.REJECTED, AT, new Actor.Engine(), "补正超时");
        for (CaseRecord record :
                Stream.concat(cases(), Stream.of(expired))
                        .filter(record -> record.state().isEnded())
                        .toList()) {
            for (boolean issues : new boolean[] {true, false}) {
                reached.add(Objects.requireNonNull(NationalCodes.result(record, issues)));
            }
        }
        // 3 删除办结 and 4 转报办结: nothing is deleted, and nothing passed on to a higher authority.
        assertThat(reached).containsExactlyInAnyOrder("0", "1", "2", "5", "6");
        assertThat(NationalCodes.result(expired, true)).isEqualTo("5");
        assertThat(cases().filter(record -> !record.state().isEnded()))
                .allMatch(record -> NationalCodes.result(record, true) == null);
    }

    @Test
    void everyTransitionHasAnEventOfTheTable() {
        Set<String> known =
                Set.of(of("GD-style").getFirst().name().split(" / ")).stream()
                        .map(String::strip)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> reached = new TreeSet<>();
        for (CaseState before : CaseState.values()) {
            for (CaseState state : CaseState.values()) {
                reached.add(NationalCodes.event(before, state));
            }
        }
        Pause open = Pause.correction("why", CLERK, AT);
        reached.add(NationalCodes.event(open));
        reached.add(NationalCodes.event(open.ended(AT, CLERK, null)));
        assertThat(reached).containsAll(known);
        // Beyond the table, in the words of GB/T practice.
        reached.removeAll(known);
        assertThat(reached).containsExactlyInAnyOrder("收件", "不予受理", "撤销申请");
    }

    @Test
    void theBundledServicesPlatformHasItsThree() {
        assertThat(of("联合审批").getFirst().name()).startsWith("已收件(YSJ) / 预审退回(YSTH) / 待补件(DBJ)");
        assertThat(NationalCodes.joint(CaseState.HANDED_OVER)).isEqualTo("YSJ");
        assertThat(NationalCodes.joint(CaseState.CORRECTION)).isEqualTo("DBJ");
        assertThat(NationalCodes.joint(CaseState.SUPPLEMENT)).isEqualTo("DBJ");
        assertThat(NationalCodes.joint(CaseState.NOT_ACCEPTED)).isEqualTo("YSTH");
        assertThat(NationalCodes.joint(CaseState.WAITING)).isNull();
    }

    /// Nothing is named twice, and no row of the table is left out of this test.
    @Test
    void noSystemOfTheTableIsLeftOut() {
        assertThat(table().stream().map(Row::system).distinct())
                .containsExactlyInAnyOrder(
                        "新点(Epoint) 办件",
                        "新点(Epoint) flag",
                        "浪潮 iCity 预受理状态 YSLZTDM",
                        "浪潮 受理状态 SLZTDM",
                        "浪潮 审批环节 SPHJDM",
                        "浪潮 办结结果 BJJGDM",
                        "GD-style event objects",
                        "联合审批 套餐子申报 LHSP");
    }
}
