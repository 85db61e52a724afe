package org.onego.bundle.schema;

import java.util.List;

/// What compiling a schema came to.
public sealed interface Compilation {

    /// The schema can be used.
    record Compiled(CompiledSchema schema) implements Compilation {}

    /// It cannot, for every reason given.
    record Refused(List<SchemaProblem> problems) implements Compilation {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
