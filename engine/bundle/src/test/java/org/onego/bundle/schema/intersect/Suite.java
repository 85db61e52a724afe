package org.onego.bundle.schema.intersect;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.schema.ProductValidator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The official test suite, as groups of a schema with values that it accepts or not.
final class Suite {

    static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final Path FOLDER = folder();

    static final Map<String, String> REMOTES = remotes();

    private Suite() {}

    enum Draft {
        DRAFT_2020_12(
                "draft2020-12",
                "https://json-schema.org/draft/2020-12/schema",
                Dialects.getDraft202012()),
        DRAFT_07("draft7", "http://json-schema.org/draft-07/schema#", Dialects.getDraft7());

        final String folder;
        final String uri;
        final Dialect dialect;

        Draft(String folder, String uri, Dialect dialect) {
            this.folder = folder;
            this.uri = uri;
            this.dialect = dialect;
        }
    }

    /// @param file e.g. `optional/format/date`
    record Group(Draft draft, String file, String description, JsonNode schema, List<Case> cases) {

        boolean optional() {
            return file.startsWith("optional/");
        }

        boolean format() {
            return file.startsWith("optional/format/");
        }

        /// The schema so that it stands alone: it says which draft it is written in, and carries
        /// the remote schemas that it refers to under their own `$id`, as the standard has it for
        /// bundled schemas.
        JsonNode standalone() {
            if (!schema.isObject()) {
                return schema;
            }
            ObjectNode copy = MAPPER.createObjectNode();
            if (!schema.has("$schema")) {
                copy.put("$schema", draft.uri);
            }
            copy.setAll((ObjectNode) schema.deepCopy());
            Bundle.into(copy, draft);
            return copy;
        }

        @Override
        public String toString() {
            return draft.folder + "/" + file + ": " + description;
        }
    }

    record Case(String description, JsonNode data, boolean valid) {}

    static List<Group> groups(Draft draft) {
        Path tests = FOLDER.resolve("tests").resolve(draft.folder);
        List<Group> groups = new ArrayList<>();
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                String name =
                        tests.relativize(file)
                                .toString()
                                .replace('\\', '/')
                                .replaceFirst("\\.json$", "");
                for (JsonNode group : MAPPER.readTree(file.toFile()).values()) {
                    groups.add(group(draft, name, group));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return groups;
    }

    private static Group group(Draft draft, String file, JsonNode group) {
        List<Case> cases = new ArrayList<>();
        for (JsonNode test : group.get("tests").values()) {
            cases.add(
                    new Case(
                            test.get("description").stringValue(),
                            test.get("data"),
                            test.get("valid").booleanValue()));
        }
        return new Group(
                draft, file, group.get("description").stringValue(), group.get("schema"), cases);
    }

    /// The validator as the product sets it up, and with the suite's remote schemas.
    ///
    /// @param formats whether `format` is checked; null for what the draft itself has as its
    ///   default
    static SchemaRegistry validator(Draft draft, @Nullable Boolean formats) {
        return ProductValidator.of(draft.dialect, formats, REMOTES);
    }

    static boolean accepts(Schema schema, JsonNode value) {
        return schema.validate(value).isEmpty();
    }

    private static Path folder() {
        String configured = System.getProperty("onego.schema.suite");
        if (configured != null) {
            return Path.of(configured);
        }
        try {
            return Path.of(
                    Objects.requireNonNull(Suite.class.getResource("/schema/suite")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The suite lies in a folder of the test resources", e);
        }
    }

    private static Map<String, String> remotes() {
        Path folder = FOLDER.resolve("remotes");
        Map<String, String> remotes = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                remotes.put("http://localhost:1234/" + name, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return remotes;
    }
}
