package org.onego.bundle.schema.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.Transition;

/// All texts in which one or several patterns are found, as an automaton over code points. Every
/// text stands between two marks, so that `^` and `$` are letters like others.
public final class TextLanguage {

    private static final int BEGIN = Character.MIN_SURROGATE;
    private static final int END = Character.MAX_SURROGATE;

    /// Larger automata, counted in states and transitions, are not reasoned about.
    private static final int LARGE = 5_000;

    /// Two automata are not joined where so many pairs of states and transitions may meet.
    private static final long PAIRS = 4_000_000;

    /// So many steps to find a text, and not more.
    private static final long PATIENCE = 2_000_000;

    private final Automaton automaton;

    private TextLanguage(Automaton automaton) {
        this.automaton = automaton;
    }

    /// What was found out about texts of a length.
    public sealed interface Search {

        /// One of the shortest.
        record Found(String text) implements Search {}

        record None() implements Search {}

        record Unknown() implements Search {}
    }

    /// Empty for a pattern that no automaton knows, or only a very large one.
    public static Optional<TextLanguage> of(String pattern) {
        return PatternParser.parse(pattern)
                .filter(expression -> expression.size() <= Expression.LARGE)
                // Twice on one way, an anchor is no longer like a letter.
                .filter(expression ->
                        expression.most(Expression.Start.class) <= 1
                                && expression.most(Expression.End.class) <= 1)
                .map(TextLanguage::build)
                .filter(inner -> size(inner) <= LARGE)
                .map(inner -> new TextLanguage(found(inner)));
    }

    private static Automaton found(Automaton inner) {
        Automaton any = chars(CharSet.ANY);
        Automaton marked = Operations.union(List.of(any, mark(BEGIN), mark(END)));
        Automaton around = Operations.repeat(marked);
        Automaton text =
                Operations.concatenate(List.of(mark(BEGIN), Operations.repeat(any), mark(END)));
        return Operations.removeDeadStates(
                Operations.intersection(
                        Operations.concatenate(List.of(around, inner, around)), text));
    }

    private static Automaton build(Expression expression) {
        return switch (expression) {
            case Expression.Chars(CharSet set) -> chars(set);
            case Expression.Start _ -> mark(BEGIN);
            case Expression.End _ -> mark(END);
            case Expression.Sequence(List<Expression> parts) ->
                    parts.isEmpty()
                            ? Automata.makeEmptyString()
                            : Operations.concatenate(
                                    parts.stream().map(TextLanguage::build).toList());
            case Expression.Choice(List<Expression> branches) ->
                    Operations.union(branches.stream().map(TextLanguage::build).toList());
            case Expression.Repeat(Expression part, int min, int max) ->
                    max == Integer.MAX_VALUE
                            ? Operations.repeat(build(part), min)
                            : Operations.repeat(build(part), min, max);
        };
    }

    private static Automaton chars(CharSet set) {
        return set.ranges().isEmpty()
                ? Automata.makeEmpty()
                : Operations.union(
                        set.ranges().stream()
                                .map(range -> Automata.makeCharRange(range.from(), range.to()))
                                .toList());
    }

    private static Automaton mark(int point) {
        return Automata.makeChar(point);
    }

    /// About how much work it is to reason about it.
    public int size() {
        return size(automaton);
    }

    private static int size(Automaton some) {
        return some.getNumStates() + some.getNumTransitions();
    }

    /// The texts of both; empty where that would become too large.
    public Optional<TextLanguage> and(TextLanguage other) {
        return (long) size() * other.size() > PAIRS
                ? Optional.empty()
                : Optional.of(
                                Operations.removeDeadStates(
                                        Operations.intersection(automaton, other.automaton)))
                        .filter(both -> size(both) <= LARGE)
                        .map(TextLanguage::new);
    }

    /// One of the shortest texts of at least and at most so many code points.
    public Search find(int least, int most) {
        if (automaton.getNumStates() == 0) {
            return new Search.None();
        }
        // Without the marks' two letters, and without an overflow.
        long from = least + 2L;
        long to = most + 2L;
        List<BitSet> reached = new ArrayList<>();
        BitSet now = new BitSet();
        now.set(0);
        long work = 0;
        for (long length = 0; length <= to && !now.isEmpty(); length++) {
            reached.add(now);
            if (length >= from && accepts(now)) {
                return new Search.Found(text(reached));
            }
            work += automaton.getNumStates();
            if (work > PATIENCE) {
                return new Search.Unknown();
            }
            now = after(now);
        }
        return new Search.None();
    }

    private boolean accepts(BitSet states) {
        return states.stream().anyMatch(automaton::isAccept);
    }

    private BitSet after(BitSet states) {
        BitSet next = new BitSet();
        Transition transition = new Transition();
        states.stream()
                .forEach(state -> {
                    int count = automaton.initTransition(state, transition);
                    for (int i = 0; i < count; i++) {
                        automaton.getNextTransition(transition);
                        next.set(transition.dest);
                    }
                });
        return next;
    }

    /// Back from a state that accepts to the beginning, letter by letter.
    private String text(List<BitSet> reached) {
        int state =
                reached.getLast().stream().filter(automaton::isAccept).findFirst().orElseThrow();
        List<Integer> letters = new ArrayList<>();
        Transition transition = new Transition();
        for (int at = reached.size() - 2; at >= 0; at--) {
            int target = state;
            int found = -1;
            for (int before = reached.get(at).nextSetBit(0);
                    before >= 0 && found < 0;
                    before = reached.get(at).nextSetBit(before + 1)) {
                int count = automaton.initTransition(before, transition);
                for (int i = 0; i < count && found < 0; i++) {
                    automaton.getNextTransition(transition);
                    if (transition.dest == target) {
                        found = before;
                        letters.addFirst(readable(transition.min, transition.max));
                    }
                }
            }
            state = found;
        }
        StringBuilder text = new StringBuilder();
        letters.subList(1, letters.size() - 1).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static int readable(int min, int max) {
        for (int wanted : new int[] {'a', '1', 'A', ' ', '一'}) {
            if (min <= wanted && wanted <= max) {
                return wanted;
            }
        }
        return min;
    }
}
