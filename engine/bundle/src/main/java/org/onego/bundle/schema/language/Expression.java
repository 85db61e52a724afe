package org.onego.bundle.schema.language;

import java.util.List;

/// A regular expression without what no automaton knows: look-arounds, back references, borders of
/// words.
sealed interface Expression {

    /// More states than this are not built.
    int LARGE = 1_000;

    record Chars(CharSet set) implements Expression {}

    record Sequence(List<Expression> parts) implements Expression {}

    record Choice(List<Expression> branches) implements Expression {}

    /// @param max {@link Integer#MAX_VALUE} for any number
    record Repeat(Expression part, int min, int max) implements Expression {}

    /// `^`
    record Start() implements Expression {}

    /// `$`
    record End() implements Expression {}

    /// About how many states its automaton has; never more than one above [#LARGE].
    default int size() {
        long size =
                switch (this) {
                    case Chars _, Start _, End _ -> 2;
                    case Sequence(List<Expression> parts) ->
                            1 + parts.stream().mapToLong(Expression::size).sum();
                    case Choice(List<Expression> branches) ->
                            1 + branches.stream().mapToLong(Expression::size).sum();
                    case Repeat(Expression part, int min, int max) ->
                            1 + (long) part.size() * (max == Integer.MAX_VALUE ? min + 1L : max);
                };
        return (int) Math.min(size, LARGE + 1L);
    }

    default boolean canBeEmpty() {
        return switch (this) {
            case Chars _ -> false;
            case Start _, End _ -> true;
            case Sequence(List<Expression> parts) ->
                    parts.stream().allMatch(Expression::canBeEmpty);
            case Choice(List<Expression> branches) ->
                    branches.stream().anyMatch(Expression::canBeEmpty);
            case Repeat(Expression part, int min, int _) -> min == 0 || part.canBeEmpty();
        };
    }

    /// How often one way through it passes such an anchor, at most; twice is any number above one.
    default int most(Class<? extends Expression> anchor) {
        int most =
                switch (this) {
                    case Chars _ -> 0;
                    case Start _, End _ -> anchor.isInstance(this) ? 1 : 0;
                    case Sequence(List<Expression> parts) ->
                            parts.stream().mapToInt(part -> part.most(anchor)).sum();
                    case Choice(List<Expression> branches) ->
                            branches.stream()
                                    .mapToInt(branch -> branch.most(anchor))
                                    .max()
                                    .orElse(0);
                    case Repeat(Expression part, int _, int max) ->
                            max > 1 ? 2 * part.most(anchor) : part.most(anchor);
                };
        return Math.min(most, 2);
    }
}
