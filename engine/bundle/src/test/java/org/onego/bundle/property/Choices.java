package org.onego.bundle.property;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The numbers from which a value is drawn: fresh random ones on a first run, recorded ones when a
 * failure is shrunk or replayed. Smaller numbers mean simpler values, 0 the simplest; where the
 * recorded ones end, 0 follows.
 */
public final class Choices {

    /**
     * A value that needs more than this many choices is given up: it would be too large to read.
     */
    static final int LIMIT = 20_000;

    /** A replay draws from no source: where the recorded choices end, the simplest ones follow. */
    private static final RandomGenerator ZEROES = () -> 0L;

    private final RandomGenerator source;
    private final List<Long> given;
    private final List<Long> made = new ArrayList<>();

    private Choices(RandomGenerator source, List<Long> given) {
        this.source = source;
        this.given = given;
    }

    /** Choices that nothing records for later. */
    public static Choices fresh(RandomGenerator random) {
        return new Choices(random, List.of());
    }

    static Choices replay(List<Long> recorded) {
        return new Choices(ZEROES, recorded);
    }

    List<Long> made() {
        return List.copyOf(made);
    }

    /** A number from 0 to {@code bound - 1}. Everything else is drawn through this. */
    public long below(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("There is no number from 0 below " + bound);
        }
        if (made.size() == LIMIT) {
            throw new Discarded("more than " + LIMIT + " choices");
        }
        long chosen;
        if (made.size() < given.size()) {
            chosen = Math.clamp(given.get(made.size()), 0, bound - 1);
        } else {
            chosen = source.nextLong(bound);
        }
        made.add(chosen);
        return chosen;
    }

    /** A number from {@code min} to {@code max}, both included; {@code min} is the simplest. */
    public int between(int min, int max) {
        return (int) (min + below((long) max - min + 1));
    }

    /** True in so many of a hundred draws; false is the simpler one. */
    public boolean chance(int percent) {
        return below(100) >= 100 - percent;
    }

    /** One of the values; the first is the simplest. */
    public <T> T pick(List<T> values) {
        return values.get((int) below(values.size()));
    }

    /** One of the values; the first is the simplest. */
    @SafeVarargs
    public final <T> T pick(T... values) {
        return values[(int) below(values.length)];
    }

    /** A value of one of the generators; the first is the simplest. */
    @SafeVarargs
    public final <T> T from(Generator<? extends T>... generators) {
        return generators[(int) below(generators.length)].draw(this);
    }

    /**
     * A list of {@code min} to {@code max} values. Whether another one follows is its own choice
     * before each, so that leaving a stretch of choices out leaves whole elements out.
     */
    public <T> List<T> list(int min, int max, Generator<? extends T> element) {
        // On average half of what is allowed, whatever the maximum is.
        int percent = max <= min ? 0 : 100 - 100 / (1 + (max - min + 1) / 2);
        List<T> elements = new ArrayList<>();
        while (elements.size() < min || (elements.size() < max && chance(percent))) {
            elements.add(element.draw(this));
        }
        return elements;
    }

    /**
     * A text of {@code min} to {@code max} of the given characters; the first character is the
     * simplest.
     */
    public String text(int min, int max, String alphabet) {
        int[] characters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        list(min, max, choices -> characters[(int) choices.below(characters.length)])
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Some of the values, in their order. */
    public <T> List<T> subset(List<T> values) {
        return values.stream().filter(_ -> chance(50)).toList();
    }

    /** The values in some order; their own order is the simplest. */
    public <T> List<T> shuffled(List<T> values) {
        List<T> rest = new ArrayList<>(values);
        List<T> shuffled = new ArrayList<>();
        while (!rest.isEmpty()) {
            shuffled.add(rest.remove((int) below(rest.size())));
        }
        return shuffled;
    }

    /** Gives the value up when it is not what the property speaks about. */
    public void assume(boolean holds) {
        if (!holds) {
            throw new Discarded("an assumption does not hold");
        }
    }

    /** Not a failure: this value is not counted, and another one is drawn. */
    static final class Discarded extends RuntimeException {
        Discarded(String message) {
            super(message, null, false, false);
        }
    }
}
