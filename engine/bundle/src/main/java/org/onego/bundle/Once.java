package org.onego.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/// Computes the value of each key once, also when many threads ask at the same time, and keeps the
/// most recently used ones.
final class Once<K, V> {

    private final int limit;
    private final Function<K, V> compute;
    private final Map<K, CompletableFuture<V>> values = new LinkedHashMap<>(16, 0.75f, true);

    Once(int limit, Function<K, V> compute) {
        this.limit = limit;
        this.compute = compute;
    }

    /// The value of this key, computed when it is first asked for.
    Supplier<V> of(K key) {
        return () -> get(key);
    }

    V get(K key) {
        CompletableFuture<V> value;
        boolean isMine;
        synchronized (values) {
            CompletableFuture<V> known = values.get(key);
            isMine = known == null;
            value = known == null ? new CompletableFuture<>() : known;
            if (isMine) {
                values.put(key, value);
                if (values.size() > limit) {
                    values.remove(values.keySet().iterator().next());
                }
            }
        }
        if (isMine) {
            compute(key, value);
        }
        return value.join();
    }

    private void compute(K key, CompletableFuture<V> mine) {
        try {
            mine.complete(compute.apply(key));
        } catch (RuntimeException | Error failure) {
            synchronized (values) {
                values.remove(key, mine);
            }
            mine.completeExceptionally(failure);
            throw failure;
        }
    }
}
