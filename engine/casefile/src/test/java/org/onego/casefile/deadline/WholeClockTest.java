package org.onego.casefile.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Evidence;
import org.onego.casefile.application.Person;

/// The birth certificate (1 day) comes before the household registration (3), which comes before
/// the card (10); the costs take 15 beside them.
class WholeClockTest {

    private static final CompiledBundle BUNDLE = Bundles.newborn();
    private static final Actor CLERK = new Actor.Clerk("c", "王", "d");

    private static Instant at(LocalDate day) {
        return day.atTime(10, 0).atZone(ChinaDay.ZONE).toInstant();
    }

    private static Application with(CaseRecord... cases) {
        Instant now = at(LocalDate.parse("2026-11-02"));
        return new Application(
                "a",
                1,
                new BundleVersion("newborn", "1"),
                new Person("甲", "1", "1"),
                Application.Status.SUBMITTED,
                now,
                now,
                new GuideAnswers(Map.of(), null),
                null,
                Answers.NONE,
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Evidence.NONE,
                new Application.Submission("YJS", now),
                List.of(cases),
                List.of(),
                List.of());
    }

    private static CaseRecord waiting(String item) {
        return CaseRecord.waiting(
                "a", item, "N", "d", Handler.DESK, at(LocalDate.parse("2026-11-02")));
    }

    private static CaseRecord accepted(String item, String day) {
        return waiting(item)
                .became(CaseState.HANDED_OVER, at(LocalDate.parse(day)), CLERK, null)
                .became(CaseState.ACCEPTED, at(LocalDate.parse(day)), CLERK, null);
    }

    private static WholeClock on(String today, Application application) {
        return new Deadlines(WorkingCalendar::shipped, () -> at(LocalDate.parse(today)))
                .whole(application, BUNDLE);
    }

    @Test
    void whatWaitsFollowsTheLongestWay() {
        WholeClock clock =
                on(
                        "2026-11-02",
                        with(
                                accepted("birth-certificate", "2026-11-02"),
                                waiting("household-registration"),
                                waiting("social-card")));
        assertThat(clock.promised()).isEqualTo(14);
        assertThat(clock.critical())
                .containsExactly("birth-certificate", "household-registration", "social-card");
        // 14 working days after Monday the 2nd.
        assertThat(clock.expected()).isEqualTo("2026-11-20");
    }

    @Test
    void anItemThatIsOverdueMovesTheEnd() {
        Application application =
                with(
                        accepted("birth-certificate", "2026-11-02"),
                        waiting("household-registration"),
                        waiting("social-card"));
        assertThat(on("2026-11-06", application).expected()).isEqualTo("2026-11-25");
    }

    @Test
    void whatHasEndedNeedsNoMoreTime() {
        CaseRecord approved =
                accepted("birth-certificate", "2026-11-02")
                        .became(CaseState.APPROVED, at(LocalDate.parse("2026-11-02")), CLERK, null);
        assertThat(on("2026-11-10", with(approved)).expected()).isNull();
        assertThat(
                        on("2026-11-10", with(approved, accepted("birth-costs", "2026-11-09")))
                                .expected())
                .isEqualTo("2026-11-30");
    }

    /// As long as nobody does anything, the end only moves away.
    @Test
    void waitingNeverBringsTheEndNearer() {
        Property.of("the end of the whole", WholeClockTest::story)
                .holds(story -> {
                    LocalDate day = LocalDate.parse("2026-11-02").plusDays(story.days);
                    LocalDate today = on(day.toString(), story.application).expected();
                    LocalDate tomorrow =
                            on(day.plusDays(1).toString(), story.application).expected();
                    assertThat(today).isNotNull().isAfterOrEqualTo(day);
                    assertThat(tomorrow).isAfterOrEqualTo(today);
                });
    }

    record Story(Application application, int days) {}

    private static Story story(Choices choices) {
        List<CaseRecord> cases = new ArrayList<>();
        for (var item : BUNDLE.items()) {
            if (choices.chance(70)) {
                cases.add(
                        choices.chance(50)
                                ? waiting(item.item().id())
                                : accepted(item.item().id(), "2026-11-02"));
            }
        }
        cases.add(
                cases.stream().noneMatch(each -> each.item().equals("birth-costs"))
                        ? waiting("birth-costs")
                        : waiting("nothing"));
        cases.removeIf(each -> each.item().equals("nothing"));
        return new Story(with(cases.toArray(CaseRecord[]::new)), choices.between(0, 60));
    }
}
