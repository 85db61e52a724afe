package org.onego.bundle.schema;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The product's own set-up of the validator, for tests that run whole suites through it.
public final class ProductValidator {

    private ProductValidator() {}

    /// @param asserted whether a wrong `format` is an error; null for what the draft says
    public static SchemaRegistry of(
            Dialect draft, @Nullable Boolean asserted, Map<String, String> remotes) {
        return Validators.registry(draft, NamedFormat.all(Clock.systemUTC()), asserted, remotes);
    }
}
