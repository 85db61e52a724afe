package org.onego.bundle.schema;

import com.networknt.schema.regex.JoniRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import org.joni.exception.JOniException;

/// A regular expression after ECMA-262.
final class EcmaRegex implements RegularExpression {

    /// The text is not a regular expression.
    static final class BadPattern extends RuntimeException {
        BadPattern(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final RegularExpression expression;

    EcmaRegex(String pattern) {
        try {
            this.expression =
                    JoniRegularExpressionFactory.getInstance().getRegularExpression(pattern);
        } catch (JOniException bad) {
            throw new BadPattern(String.valueOf(bad.getMessage()), bad);
        }
    }

    @Override
    public boolean matches(String value) {
        return expression.matches(value);
    }
}
