package org.onego.bundle.schema.intersect;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts the suite's remote schemas into the schemas that refer to them, under their own `$id`.
final class Bundle {

    private static final CheckKeywords CHECK = new CheckKeywords(Evaluation.withoutFormats());

    private Bundle() {}

    static void into(ObjectNode schema, Suite.Draft draft) {
        String container = draft == Suite.Draft.DRAFT_07 ? "definitions" : "$defs";
        for (Optional<String> missing = missing(schema);
                missing.isPresent();
                missing = missing(schema)) {
            JsonNode remote = Suite.MAPPER.readTree(Suite.REMOTES.get(missing.get()));
            if (remote instanceof ObjectNode object && !object.has("$id")) {
                object.put("$id", missing.get());
            }
            if (schema.path(container) instanceof ObjectNode bundled
                    && bundled.has(name(missing.get()))) {
                // It calls itself otherwise than what it is fetched by, which a bundle cannot say.
                return;
            }
            schema.withObjectProperty(container).set(name(missing.get()), remote);
        }
    }

    private static String name(String uri) {
        return "remote " + uri.replace('/', ' ');
    }

    private static Optional<String> missing(JsonNode schema) {
        SchemaIndex index = SchemaIndex.of(schema, 0, CHECK);
        for (Place place : index.places()) {
            for (String keyword : List.of("$ref", "$dynamicRef")) {
                if (place.node().path(keyword).isString()
                        && Reference.of(index, place, keyword)
                                instanceof Reference.Nowhere(String uri)
                        && Suite.REMOTES.containsKey(Uris.withoutFragment(uri))) {
                    return Optional.of(Uris.withoutFragment(uri));
                }
            }
        }
        return Optional.empty();
    }
}
