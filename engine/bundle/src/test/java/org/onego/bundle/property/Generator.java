package org.onego.bundle.property;

import java.util.List;
import java.util.function.Function;

/**
 * Draws a value from choices. Anything that asks {@link Choices} for numbers is a generator, and
 * every generator shrinks: what shrinks is the recorded choices, not the value.
 *
 * <p>Two habits make shrunk values small: put the simplest alternative first (choice 0), and draw
 * the parts of a value one after another, so that leaving choices out leaves a part out.
 */
@FunctionalInterface
public interface Generator<T> {

    T draw(Choices choices);

    default <R> Generator<R> map(Function<? super T, ? extends R> function) {
        return choices -> function.apply(draw(choices));
    }

    default Generator<List<T>> list(int min, int max) {
        return choices -> choices.list(min, max, this);
    }
}
