package org.onego.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {

    @Test
    void manyWhoAskAtTheSameTimeGetOneComputedValue() throws Exception {
        int threads = 16;
        AtomicInteger computed = new AtomicInteger();
        CountDownLatch allHaveStarted = new CountDownLatch(threads);
        Once<String, Object> once =
                new Once<>(
                        4,
                        _ -> {
                            computed.incrementAndGet();
                            return new Object();
                        });
        List<Object> values = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Object>> asking = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                asking.add(
                        pool.submit(() -> {
                            allHaveStarted.countDown();
                            allHaveStarted.await();
                            return once.get("a");
                        }));
            }
            for (Future<Object> each : asking) {
                values.add(each.get());
            }
        }
        assertThat(values).containsOnly(values.getFirst());
        assertThat(computed).hasValue(1);
    }

    @Test
    void aFailureIsToldToWhoeverAskedAndTriedAgainNextTime() {
        AtomicInteger tries = new AtomicInteger();
        Once<String, Integer> once =
                new Once<>(
                        4,
                        _ -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new IllegalStateException("not yet");
                            }
                            return tries.get();
                        });
        assertThatThrownBy(() -> once.get("a")).hasMessage("not yet");
        assertThat(once.get("a")).isEqualTo(2);
        assertThat(once.get("a")).isEqualTo(2);
    }

    @Test
    void theLeastRecentlyUsedIsForgottenFirst() {
        AtomicInteger computed = new AtomicInteger();
        Once<String, Integer> once = new Once<>(2, _ -> computed.incrementAndGet());
        once.get("a");
        once.get("b");
        once.get("a");
        once.get("c");
        assertThat(once.get("a")).isEqualTo(1);
        assertThat(once.get("b")).isEqualTo(4);
    }
}
