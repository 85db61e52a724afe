package org.onego.bundle.property;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Checks that something holds for all values of a generator.
 *
 * <pre>{@code
 * Property.of("reversing twice changes nothing", choices -> choices.list(0, 20, c -> c.between(0, 9)))
 *         .holds(list -> assertThat(reverse(reverse(list))).isEqualTo(list));
 * }</pre>
 *
 * <p>The same values are drawn in every run, so a build is red or green for everybody alike: the
 * seed follows from the name. {@code -Donego.property.seed=…} draws others and {@code
 * -Donego.property.factor=10} ten times as many. What fails is shrunk to a small value that fails
 * in the same way, and the message shows the choices with which {@link #again} draws it again.
 */
public record Property<T>(String name, Generator<T> generator, int runs) {

    private static final int RUNS = 200;

    public Property {
        if (runs < 1) {
            throw new IllegalArgumentException(
                    "Property '" + name + "' must run at least once, not " + runs + " times");
        }
    }

    /** What must hold: returns normally when it does, throws when it does not. */
    @FunctionalInterface
    public interface Law<T> {
        void check(T value) throws Exception;
    }

    public static <T> Property<T> of(String name, Generator<T> generator) {
        return new Property<>(name, generator, RUNS);
    }

    /** As often as this instead of 200 times. */
    public Property<T> runs(int number) {
        return new Property<>(name, generator, number);
    }

    public void holds(Law<? super T> law) {
        long seed = Long.getLong("onego.property.seed", name.hashCode());
        SplittableRandom random = new SplittableRandom(seed);
        int wanted = runs * Integer.getInteger("onego.property.factor", 1);
        int discarded = 0;
        for (int run = 0; run < wanted; ) {
            switch (Attempt.of(generator, law, Choices.fresh(random.split()))) {
                case Attempt.Held<T> _ -> run++;
                case Attempt.Failed<T> failed -> throw report(failed, run, seed, law);
                case Attempt.GivenUp<T> givenUp -> {
                    if (++discarded > 20 * wanted) {
                        throw new AssertionError(
                                "Property '%s' was checked %d times only, because %d values were given up (%s). "
                                                .formatted(name, run, discarded, givenUp.reason())
                                        + "Let the generator draw what the property needs instead of assuming it.");
                    }
                }
            }
        }
    }

    /** Checks one value again: the one of the choices that a failure reported. */
    public void again(Law<? super T> law, long... choices) {
        if (Attempt.of(generator, law, Choices.replay(Arrays.stream(choices).boxed().toList()))
                instanceof Attempt.Failed<T> failed) {
            throw report(failed, 0, 0, law);
        }
    }

    private AssertionError report(Attempt.Failed<T> first, int run, long seed, Law<? super T> law) {
        Attempt.Failed<T> smallest = new Shrink<>(generator, law, first).smallest();
        String choices =
                smallest.choices().stream()
                        .map(choice -> ", " + choice)
                        .collect(Collectors.joining());
        return new AssertionError(
                """
                Property '%s' does not hold for
                  %s
                because of %s
                Found in run %d with seed %d, at first for
                  %s
                To check this value alone: .again(law%s)\
                """
                        .formatted(
                                name,
                                smallest.shown(),
                                smallest.thrown(),
                                run + 1,
                                seed,
                                first.shown(),
                                choices),
                smallest.thrown());
    }
}
