package org.onego.bundle.property;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value drawn and checked. */
sealed interface Attempt<T> {

    record Held<T>() implements Attempt<T> {}

    record GivenUp<T>(String reason) implements Attempt<T> {}

    /** The value is null when drawing it failed already. */
    record Failed<T>(@Nullable T value, List<Long> choices, Throwable thrown)
            implements Attempt<T> {

        String shown() {
            return String.valueOf(value);
        }
    }

    static <T> Attempt<T> of(Generator<T> generator, Property.Law<? super T> law, Choices choices) {
        T value = null;
        try {
            value = generator.draw(choices);
            law.check(value);
            return new Held<>();
        } catch (Choices.Discarded discarded) {
            return new GivenUp<>(String.valueOf(discarded.getMessage()));
        } catch (Exception | AssertionError | StackOverflowError thrown) {
            return new Failed<>(value, choices.made(), thrown);
        }
    }
}
