package org.onego.bundle.schema.intersect;

import tools.jackson.databind.JsonNode;

/// Whether any value satisfies all inputs. Never guessed: without a proof or a witness it is
/// [Unknown].
public sealed interface Verdict {

    /// The witness satisfies every input; the standard validator has confirmed it.
    record Satisfiable(JsonNode witness) implements Verdict {}

    /// No value satisfies all inputs.
    record Empty(EmptyReason reason) implements Verdict {}

    record Unknown() implements Verdict {}
}
