package org.onego.bundle.schema;

import com.networknt.schema.regex.JoniRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jcodings.exception.JCodingsException;
import org.joni.Matcher;
import org.joni.Option;
import org.joni.Regex;
import org.joni.Syntax;
import org.joni.constants.SyntaxProperties;
import org.joni.exception.JOniException;
import org.joni.exception.TimeoutException;

/// A regular expression after ECMA-262 that never takes long, whatever it is matched with: when the
/// time is up, the text counts as not matching.
public final class EcmaRegex implements RegularExpression {

    /// Honest patterns take microseconds; even on a busy machine none is cut off.
    static final Duration LIMIT = Duration.ofSeconds(1);

    /// `\p{Script=Han}`, which Joni calls `\p{Han}`.
    private static final Pattern NAMED_PROPERTY =
            Pattern.compile(
                    "(\\\\[pP]\\{)(?:Script|sc|Script_Extensions|scx|General_Category|gc)=");

    /// Joni's own ECMAScript syntax lacks named groups.
    private static final Syntax SYNTAX =
            new Syntax(
                    Syntax.ECMAScript.name,
                    Syntax.ECMAScript.op,
                    Syntax.ECMAScript.op2
                            | SyntaxProperties.OP2_QMARK_LT_NAMED_GROUP
                            | SyntaxProperties.OP2_ESC_K_NAMED_BACKREF,
                    Syntax.ECMAScript.op3,
                    Syntax.ECMAScript.behavior,
                    Syntax.ECMAScript.options,
                    Syntax.ECMAScript.metaCharTable);

    /// The text is not a regular expression.
    public static final class BadPattern extends RuntimeException {
        BadPattern(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// What came of matching within a time.
    public enum Outcome {
        MATCHES,
        DIFFERS,
        TOO_SLOW
    }

    private final Regex regex;

    /// @throws BadPattern when the text is not a regular expression
    public EcmaRegex(String pattern) {
        String named = NAMED_PROPERTY.matcher(pattern).replaceAll("$1");
        try {
            // The library knows which escapes Joni takes and ECMA-262 does not.
            JoniRegularExpressionFactory.getInstance().getRegularExpression(named);
            byte[] bytes =
                    RegularExpressions.replaceDollarAnchors(named).getBytes(StandardCharsets.UTF_8);
            this.regex =
                    new Regex(bytes, 0, bytes.length, Option.SINGLELINE, EcmaUtf8.INSTANCE, SYNTAX);
        } catch (JOniException | JCodingsException bad) {
            throw new BadPattern(String.valueOf(bad.getMessage()), bad);
        } catch (NullPointerException bad) {
            // Joni's word for a repeated empty group such as `(?:){2}`.
            throw new BadPattern("an empty group is repeated", bad);
        }
    }

    @Override
    public boolean matches(String value) {
        return match(value, LIMIT) == Outcome.MATCHES;
    }

    /// Whether some part of the value matches, found out within the limit or not at all.
    public Outcome match(String value, Duration limit) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        boolean interrupted = false;
        try {
            while (true) {
                Matcher matcher = regex.matcher(bytes, 0, bytes.length, limit.toNanos());
                try {
                    int found = matcher.searchInterruptible(0, bytes.length, Option.NONE);
                    return found >= 0 ? Outcome.MATCHES : Outcome.DIFFERS;
                } catch (TimeoutException _) {
                    return Outcome.TOO_SLOW;
                } catch (InterruptedException _) {
                    // Matching is no place to stop: go on, and leave the sign for who waits next.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
