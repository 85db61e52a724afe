package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.PersonaCertificates;
import org.onego.adapters.fixture.World;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.casefile.Casefile;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource;
import org.onego.casefile.consent.CertificateSource.Reading;

/// The look-ups of a wave are made at once: with sources that take 300 ms each, the page waits for
/// the longest chain of waves, not for the sum. Time is the test's own.
class WavesInTimeTest {

    private static final Duration EACH = Duration.ofMillis(300);

    @TempDir static Path folder;
    private static World first;

    @BeforeAll
    static void start() {
        first = new World(folder);
    }

    @AfterAll
    static void stop() {
        first.close();
    }

    /// Sources that answer when the clock has moved on; the test moves it.
    private static final class Slow implements CertificateSource {

        private final List<CountDownLatch> asked = new ArrayList<>();

        @Override
        public Reading read(
                CertificateType type, String holderIdNo, AuditRecord why, Duration patience) {
            CountDownLatch answer = new CountDownLatch(1);
            synchronized (this) {
                asked.add(answer);
            }
            try {
                answer.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return new PersonaCertificates().read(type, holderIdNo, why, patience);
        }

        private synchronized int waiting() {
            return asked.size();
        }

        private synchronized void after300Milliseconds() {
            asked.forEach(CountDownLatch::countDown);
            asked.clear();
        }
    }

    @Test
    void theFirstPageWaitsForTheLongestChainOfWaves() {
        Slow slow = new Slow();
        World world = first.anew();
        try (Casefile casefile = world.casefile(world.processes(), slow, World.NO_DEPARTMENTS)) {
            Journey mother = new Journey(casefile.citizens(), "mother-baoding");
            String id = mother.guided().id();
            PrefillPlan plan =
                    casefile.citizens().consentRequest(mother.person(), id).orElseThrow();
            List<Integer> waves =
                    plan.waves().stream()
                            .map(wave ->
                                    (int)
                                            wave.lookups().stream()
                                                    .filter(each -> !each.type().isHostProfile())
                                                    .count())
                            .filter(size -> size > 0)
                            .toList();
            int sources = waves.stream().mapToInt(Integer::intValue).sum();
            assertThat(sources).isGreaterThanOrEqualTo(5);

            CompletableFuture<?> page =
                    CompletableFuture.runAsync(() ->
                            casefile.citizens()
                                    .consent(mother.person(), id, true, Duration.ofMinutes(1)));
            Duration virtual = Duration.ZERO;
            for (int size : waves) {
                // All of the wave are under way before the first of them has answered.
                await().atMost(Duration.ofSeconds(30)).until(() -> slow.waiting() == size);
                slow.after300Milliseconds();
                virtual = virtual.plus(EACH);
            }
            await().atMost(Duration.ofSeconds(30)).until(page::isDone);
            assertThat(mother.open(id).reads())
                    .noneMatch(each -> each.state() == CertificateRead.State.PENDING);
            assertThat(virtual).isEqualTo(EACH.multipliedBy(waves.size()));
            assertThat(virtual.toMillis())
                    .isLessThanOrEqualTo((long) (1.3 * 300 * plan.waves().size()))
                    .isLessThan(300L * sources);
            System.out.println(
                    "Measured: %d sources of 300 ms in %d waves: the page after %d ms, one by one %d ms"
                            .formatted(sources, waves.size(), virtual.toMillis(), 300L * sources));
        }
    }

    /// The look-ups under way are lost with the server; the next one that is asked makes them
    /// again.
    @Test
    void whatWasLostWithAServerIsLookedUpAgain() {
        World world = first.anew();
        Slow never = new Slow();
        Casefile killed = world.casefile(world.processes(), never, World.NO_DEPARTMENTS);
        Journey before = new Journey(killed.citizens(), "unmarried-mother");
        String id = before.guided().id();
        assertThat(killed.citizens().consent(before.person(), id, true, Duration.ofMillis(50)))
                .isPresent();
        assertThat(before.open(id).reads())
                .anyMatch(each -> each.state() == CertificateRead.State.PENDING);
        try (Casefile next = world.laterCasefile(Duration.ofMinutes(1), World.NO_DEPARTMENTS)) {
            Journey after = new Journey(next.citizens(), "unmarried-mother");
            after.open(id);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            after.open(id).reads().stream()
                                    .noneMatch(
                                            each -> each.state() == CertificateRead.State.PENDING));
            assertThat(after.open(id).certificates()).isNotEmpty();
        } finally {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        never.after300Milliseconds();
                        return true;
                    });
        }
    }
}
