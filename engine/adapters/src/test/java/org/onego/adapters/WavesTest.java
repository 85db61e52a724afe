package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.fixture.Journey;
import org.onego.adapters.fixture.PersonaCertificates;
import org.onego.adapters.fixture.Simulated;
import org.onego.adapters.fixture.World;
import org.onego.bundle.element.CertificateType;
import org.onego.casefile.Casefile;
import org.onego.casefile.application.CertificateRead;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource;
import org.onego.casefile.handover.DepartmentGateway;

/// How long the answers take: as long as the longest chain of waves, not as all look-ups in sum.
class WavesTest {

    private static final int EACH_MS = 300;

    @TempDir static Path folder;
    private static World first;
    private World world;

    @BeforeAll
    static void start() {
        first = new World(folder);
    }

    @AfterAll
    static void stop() {
        first.close();
    }

    @BeforeEach
    void begin() {
        world = first.anew();
    }

    /// Every look-up takes 300 ms on a clock that the test moves: as long as it stands still, all
    /// look-ups that can be made are waiting.
    private static final class SlowSource implements CertificateSource {

        private final PersonaCertificates persona = new PersonaCertificates();
        private final Set<String> waiting = ConcurrentHashMap.newKeySet();
        private final Set<String> answered = ConcurrentHashMap.newKeySet();
        private volatile CountDownLatch wave = new CountDownLatch(1);

        @Override
        public Reading read(
                CertificateType type, String holderIdNo, AuditRecord why, Duration patience) {
            CountDownLatch mine = wave;
            waiting.add(type.id());
            try {
                assertThat(mine.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
            answered.add(type.id());
            return persona.read(type, holderIdNo, why, patience);
        }

        /// Three hundred milliseconds pass.
        Set<String> tick() {
            Set<String> made = new HashSet<>(waiting);
            waiting.removeAll(made);
            CountDownLatch over = wave;
            wave = new CountDownLatch(1);
            over.countDown();
            return made;
        }
    }

    private Casefile with(CertificateSource source) {
        return world.casefile(
                world.processes(),
                source,
                (_, _, _) -> new DepartmentGateway.Receipt.Acknowledged());
    }

    @Test
    void allLookUpsOfAWaveAreUnderWayAtOnce() throws Exception {
        SlowSource source = new SlowSource();
        try (Casefile casefile = with(source);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Journey journey = new Journey(casefile.citizens(), "mother-baoding");
            String id = journey.guided().id();
            Set<String> wanted = new HashSet<>();
            casefile.citizens()
                    .consentRequest(journey.person(), id)
                    .orElseThrow()
                    .lookups()
                    .forEach(lookup -> wanted.add(lookup.type().id()));
            wanted.remove(CertificateType.HOST_PROFILE);
            assertThat(wanted).hasSizeGreaterThanOrEqualTo(5);

            Future<?> consent =
                    threads.submit(() ->
                            casefile.citizens()
                                    .consent(journey.person(), id, true, Duration.ofSeconds(60)));
            int elapsed = 0;
            while (!source.answered.containsAll(wanted)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() ->
                                source.waiting.size() + source.answered.size() >= wanted.size());
                source.tick();
                elapsed += EACH_MS;
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> source.answered.size() >= wanted.size());
            }
            consent.get(60, TimeUnit.SECONDS);
            assertThat(journey.open(id).reads())
                    .extracting(CertificateRead::state)
                    .doesNotContain(CertificateRead.State.PENDING);
            assertThat(elapsed)
                    .as(wanted.size() + " look-ups of 300 ms each, in one wave")
                    .isLessThanOrEqualTo(13 * EACH_MS / 10);
        }
    }

    /// The same with real delays, over HTTP; not part of every run, because a busy machine is not
    /// the product's fault.
    @Test
    @Tag("full")
    void fiveSourcesOfThreeHundredMillisecondsTakeLittleMoreThanOne() {
        try (Simulated simulated = new Simulated();
                Casefile casefile = with(simulated.certificates())) {
            simulated.fault("*", "ok", EACH_MS);
            long best = Long.MAX_VALUE;
            int lookups = 0;
            for (String persona :
                    new String[] {"mother-baoding", "father-applying", "unmarried-mother"}) {
                Journey journey = new Journey(casefile.citizens(), persona);
                String id = journey.guided().id();
                long before = System.nanoTime();
                assertThat(
                                casefile.citizens()
                                        .consent(
                                                journey.person(), id, true, Duration.ofSeconds(60)))
                        .isPresent();
                long took = (System.nanoTime() - before) / 1_000_000;
                assertThat(journey.open(id).reads())
                        .hasSizeGreaterThanOrEqualTo(5)
                        .extracting(CertificateRead::state)
                        .doesNotContain(CertificateRead.State.PENDING);
                if (took < best) {
                    best = took;
                    lookups = journey.open(id).reads().size();
                }
            }
            System.out.printf(
                    "Measured: all answers of %d look-ups at %d ms each after %d ms, %.2f times one wave (asked for: 1.3)%n",
                    lookups, EACH_MS, best, best / (double) EACH_MS);
        }
    }
}
