package org.onego.bundle.schema;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.format.Format;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The validator library as this product sets it up: regular expressions after ECMA-262 in bounded
/// time, pointers as JSON pointers, and nothing fetched.
final class Validators {

    private Validators() {}

    /// @param standard the draft
    /// @param formats known beside those of the draft
    /// @param asserted whether a wrong `format` is an error, as the product wants it; null for what
    ///   the draft itself says (in 2020-12 an annotation)
    /// @param known schemas that may be referred to by their address
    static SchemaRegistry registry(
            Dialect standard,
            List<? extends Format> formats,
            @Nullable Boolean asserted,
            Map<String, String> known) {
        Dialect dialect = Dialect.builder(standard).formats(List.copyOf(formats)).build();
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(asserted)
                        .pathType(PathType.JSON_POINTER)
                        .regularExpressionFactory(EcmaRegex::new)
                        .build();
        return SchemaRegistry.withDefaultDialect(
                dialect,
                builder ->
                        builder.schemaRegistryConfig(config)
                                .schemas(known)
                                .schemaCacheEnabled(false));
    }
}
