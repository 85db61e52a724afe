package org.onego.bundle.schema.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onego.bundle.schema.language.Expression.Chars;
import org.onego.bundle.schema.language.Expression.Choice;
import org.onego.bundle.schema.language.Expression.Repeat;
import org.onego.bundle.schema.language.Expression.Sequence;

/// Reads the part of ECMA-262's patterns that automata know. Anything else, and anything on which
/// engines differ, is left alone.
final class PatternParser {

    /// Deeper groups are left alone.
    private static final int DEEP = 100;

    private static final String SYNTAX = "^$\\.*+?()[]{}|/-";

    private static final Map<Integer, CharSet> CLASSES =
            Map.of(
                    (int) 'd',
                    CharSet.DIGIT,
                    (int) 'D',
                    CharSet.DIGIT.others(),
                    (int) 'w',
                    CharSet.WORD,
                    (int) 'W',
                    CharSet.WORD.others(),
                    (int) 's',
                    CharSet.SPACE,
                    (int) 'S',
                    CharSet.SPACE.others());

    private static final Map<Integer, Integer> CONTROLS =
            Map.of(
                    (int) 't', 0x09,
                    (int) 'n', 0x0A,
                    (int) 'v', 0x0B,
                    (int) 'f', 0x0C,
                    (int) 'r', 0x0D);

    private static final int END = -1;

    private static final class LeftAlone extends RuntimeException {
        LeftAlone() {
            super("Not for automata", null, false, false);
        }
    }

    private final int[] points;
    private int at;
    private int depth;

    private PatternParser(String pattern) {
        this.points = pattern.codePoints().toArray();
    }

    static Optional<Expression> parse(String pattern) {
        PatternParser parser = new PatternParser(pattern);
        try {
            Expression whole = parser.choice();
            return parser.at == parser.points.length ? Optional.of(whole) : Optional.empty();
        } catch (LeftAlone _) {
            return Optional.empty();
        }
    }

    private int peek() {
        return at < points.length ? points[at] : END;
    }

    private int next() {
        if (at == points.length) {
            throw new LeftAlone();
        }
        return points[at++];
    }

    private boolean take(int wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(int wanted) {
        if (!take(wanted)) {
            throw new LeftAlone();
        }
    }

    private Expression choice() {
        List<Expression> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (take('|'));
        return branches.size() == 1 ? branches.getFirst() : new Choice(List.copyOf(branches));
    }

    private Expression sequence() {
        List<Expression> parts = new ArrayList<>();
        while (peek() != END && peek() != '|' && peek() != ')') {
            parts.add(repeated(atom()));
        }
        return new Sequence(List.copyOf(parts));
    }

    private Expression repeated(Expression part) {
        Expression repeat =
                switch (peek()) {
                    case '*' -> times(part, 0, Integer.MAX_VALUE);
                    case '+' -> times(part, 1, Integer.MAX_VALUE);
                    case '?' -> times(part, 0, 1);
                    case '{' -> counted(part);
                    default -> part;
                };
        if (repeat != part) {
            // As few as possible or as many as possible: the same texts.
            take('?');
            if ("*+?{".indexOf(peek()) >= 0) {
                throw new LeftAlone();
            }
        }
        return repeat;
    }

    private Repeat times(Expression part, int min, int max) {
        at++;
        return repeat(part, min, max);
    }

    private static Repeat repeat(Expression part, int min, int max) {
        // On a repetition of what can be empty, engines differ: Joni does not find `(a(b?){2}){2}`
        // in `aa`.
        if (min > max || (max > 1 && part.canBeEmpty())) {
            throw new LeftAlone();
        }
        return new Repeat(part, min, max);
    }

    private Repeat counted(Expression part) {
        expect('{');
        int min = number();
        int max = min;
        if (take(',')) {
            max = peek() == '}' ? Integer.MAX_VALUE : number();
        }
        expect('}');
        return repeat(part, min, max);
    }

    private int number() {
        long number = 0;
        int begin = at;
        while (peek() >= '0' && peek() <= '9') {
            number = Math.min(number * 10 + (next() - '0'), Expression.LARGE);
        }
        if (at == begin) {
            throw new LeftAlone();
        }
        return (int) number;
    }

    private Expression atom() {
        int point = next();
        return switch (point) {
            case '^' -> new Expression.Start();
            case '$' -> new Expression.End();
            case '.' -> new Chars(CharSet.LINE_END.others());
            case '(' -> group();
            case '[' -> new Chars(bracket());
            case '\\' -> new Chars(escape(false));
            case '*', '+', '?', '{', '}', ']' -> throw new LeftAlone();
            default -> new Chars(single(point));
        };
    }

    private Expression group() {
        if (take('?')) {
            if (take('<')) {
                name();
            } else {
                expect(':');
            }
        }
        if (++depth > DEEP) {
            throw new LeftAlone();
        }
        Expression inner = choice();
        depth--;
        expect(')');
        return inner;
    }

    /// What a group is called doesn't matter; behind `<=` and `<!` comes a look-behind.
    private void name() {
        if (peek() == '=' || peek() == '!') {
            throw new LeftAlone();
        }
        while (!take('>')) {
            next();
        }
    }

    private CharSet bracket() {
        boolean others = take('^');
        List<CharSet> members = new ArrayList<>();
        while (!take(']')) {
            CharSet member = member();
            if (peek() == '-' && at + 1 < points.length && points[at + 1] != ']') {
                at++;
                member = between(member, member());
            }
            members.add(member);
        }
        CharSet all = CharSet.union(members);
        return others ? all.others() : all;
    }

    private CharSet member() {
        int point = next();
        if (point == '[' || (point == '&' && peek() == '&')) {
            // Some engines read these as classes within classes.
            throw new LeftAlone();
        }
        return point == '\\' ? escape(true) : single(point);
    }

    private static CharSet between(CharSet from, CharSet to) {
        if (!isSingle(from) || !isSingle(to) || first(from) > first(to)) {
            throw new LeftAlone();
        }
        return CharSet.union(List.of(CharSet.range(first(from), first(to)).others().others()));
    }

    private static boolean isSingle(CharSet set) {
        return set.ranges().size() == 1
                && set.ranges().getFirst().from() == set.ranges().getFirst().to();
    }

    private static int first(CharSet set) {
        return set.ranges().getFirst().from();
    }

    private static CharSet single(int point) {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            throw new LeftAlone();
        }
        return CharSet.range(point, point);
    }

    private CharSet escape(boolean inBracket) {
        int point = next();
        if (CLASSES.containsKey(point)) {
            return CLASSES.getOrDefault(point, CharSet.ANY);
        }
        if (CONTROLS.containsKey(point)) {
            int control = CONTROLS.getOrDefault(point, 0);
            return CharSet.range(control, control);
        }
        if (point == 'u' && take('{')) {
            CharSet set = single(hex(1, 6));
            expect('}');
            return set;
        }
        return switch (point) {
            case 'u' -> single(hex(4, 4));
            case 'x' -> single(hex(2, 2));
            case '-' -> {
                if (!inBracket) {
                    throw new LeftAlone();
                }
                yield single('-');
            }
            default -> {
                if (SYNTAX.indexOf(point) < 0) {
                    throw new LeftAlone();
                }
                yield single(point);
            }
        };
    }

    private int hex(int least, int most) {
        int value = 0;
        int read = 0;
        while (read < most && Character.digit(peek(), 16) >= 0) {
            value = value * 16 + Character.digit(next(), 16);
            read++;
        }
        if (read < least || value > Character.MAX_CODE_POINT) {
            throw new LeftAlone();
        }
        return value;
    }
}
