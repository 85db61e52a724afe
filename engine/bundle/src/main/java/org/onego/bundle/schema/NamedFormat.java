package org.onego.bundle.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/// A format as the validator library wants it.
record NamedFormat(String name, Predicate<String> test) implements Format {

    /// All formats of this field.
    static List<NamedFormat> all(InstantSource clock) {
        return CitizenFormats.at(clock).entrySet().stream()
                .map(format -> new NamedFormat(format.getKey(), format.getValue()))
                .toList();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return test.test(value);
    }
}
