package org.onego.bundle.property;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the choices of a failure fewer, then smaller, as long as the property fails in the same way
 * (the same class of exception: otherwise a wrong assertion may slide into, say, a null pointer
 * that has nothing to do with it).
 */
final class Shrink<T> {

    /** Attempts, not seconds: the same failure shrinks to the same value on every machine. */
    private static final int ATTEMPTS = 3_000;

    private final Generator<T> generator;
    private final Property.Law<? super T> law;
    private Attempt.Failed<T> best;
    private int attempts;

    Shrink(Generator<T> generator, Property.Law<? super T> law, Attempt.Failed<T> failed) {
        this.generator = generator;
        this.law = law;
        this.best = failed;
    }

    Attempt.Failed<T> smallest() {
        List<Long> before;
        do {
            before = best.choices();
            makeFewer();
            makeSmaller();
        } while (!before.equals(best.choices()));
        return best;
    }

    /** Leaves stretches out, long ones first, from the end. */
    private void makeFewer() {
        int length = Math.max(1, best.choices().size() / 2);
        while (length > 0) {
            int start = best.choices().size() - length;
            while (start >= 0) {
                boolean left = succeeds(without(best.choices(), start, length));
                start = left ? Math.min(start, best.choices().size() - length) : start - 1;
            }
            length = length > 8 ? length / 2 : length - 1;
        }
    }

    /** Brings each choice as near to 0 as it goes, by halving. */
    private void makeSmaller() {
        for (int i = 0; i < best.choices().size(); i++) {
            long tooSmall = -1;
            while (i < best.choices().size() && best.choices().get(i) - tooSmall > 1) {
                long middle =
                        tooSmall == -1 ? 0 : tooSmall + (best.choices().get(i) - tooSmall) / 2;
                if (!succeeds(with(best.choices(), i, middle))) {
                    tooSmall = middle;
                }
            }
        }
    }

    /**
     * Whether these choices fail in the same way and are simpler; then they are the best so far.
     */
    private boolean succeeds(List<Long> choices) {
        if (++attempts > ATTEMPTS) {
            return false;
        }
        if (Attempt.of(generator, law, Choices.replay(choices)) instanceof Attempt.Failed<T> failed
                && failed.thrown().getClass().equals(best.thrown().getClass())
                && simpler(failed.choices(), best.choices())) {
            best = failed;
            return true;
        }
        return false;
    }

    /** Fewer choices are simpler; of as many, the ones with the smaller numbers first. */
    private static boolean simpler(List<Long> a, List<Long> b) {
        if (a.size() != b.size()) {
            return a.size() < b.size();
        }
        int difference = 0;
        for (int i = 0; i < a.size() && difference == 0; i++) {
            difference = Long.compare(a.get(i), b.get(i));
        }
        return difference < 0;
    }

    private static List<Long> without(List<Long> choices, int start, int length) {
        List<Long> rest = new ArrayList<>(choices);
        rest.subList(start, start + length).clear();
        return rest;
    }

    private static List<Long> with(List<Long> choices, int index, long value) {
        List<Long> changed = new ArrayList<>(choices);
        changed.set(index, value);
        return changed;
    }
}
