package org.onego.bundle.law;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import org.onego.bundle.element.Widget;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Deadline;
import org.onego.bundle.item.Department;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Form;
import org.onego.bundle.item.Handling;
import org.onego.bundle.item.Item;
import org.onego.bundle.item.Result;
import org.onego.bundle.law.BundleSpec.FieldSpec;
import org.onego.bundle.law.BundleSpec.ItemSpec;
import org.onego.bundle.law.BundleSpec.When;
import org.onego.bundle.merge.Origin;
import org.onego.bundle.merge.Question;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.bundle.schema.Condition;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the real thing of a [BundleSpec]: schemas that the standard validator runs, fields with
/// conditions, a bundle, a selection.
final class SpecBundle {

    static final JsonSchemas SCHEMAS = new JsonSchemas();
    private static final JsonMapper JSON = JsonMapper.shared();

    /// The dictionary: name → schema.
    static final Map<String, String> ELEMENTS = new LinkedHashMap<>();

    static {
        ELEMENTS.put("text", "{\"type\":\"string\",\"maxLength\":10}");
        ELEMENTS.put("code", "{\"type\":\"string\",\"enum\":[\"1\",\"2\",\"3\"]}");
        ELEMENTS.put("number", "{\"type\":\"integer\",\"minimum\":0,\"maximum\":20}");
        ELEMENTS.put("flag", "{\"type\":\"boolean\"}");
        ELEMENTS.put("any", "{}");
    }

    static final List<String> NARROWINGS =
            List.of(
                    "{}",
                    "{\"minLength\":1}",
                    "{\"maxLength\":2}",
                    "{\"enum\":[\"1\",\"2\"]}",
                    "{\"enum\":[\"3\",\"ab\"]}",
                    "{\"const\":\"2\"}",
                    "{\"maximum\":3}",
                    "{\"minimum\":5}",
                    "{\"pattern\":\"^[a-z]*$\"}",
                    "{\"type\":\"string\"}",
                    "{\"not\":{\"const\":\"1\"}}");

    private SpecBundle() {}

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    static CompiledBundle bundle(BundleSpec spec) {
        return Bundles.of(
                spec.items().stream().map(item -> item(item, Set.of())).toList(),
                spec.needs().stream().map(pair -> new Need(pair.get(0), pair.get(1))).toList(),
                subjects(List.of("mother", "child")),
                List.of(),
                dictionary());
    }

    static Selection selection(BundleSpec spec, List<String> items) {
        Map<String, Map<String, String>> roles = new HashMap<>();
        for (String id : items) {
            Map<String, String> own = new LinkedHashMap<>();
            spec.item(id)
                    .roles()
                    .forEach((subject, person) -> {
                        if (person != null) {
                            own.put(subject, person);
                        }
                    });
            roles.put(id, own);
        }
        return new Selection(items, "mother", Set.of("mother", "child"), roles, Map.of());
    }

    static List<String> ids(BundleSpec spec) {
        return spec.items().stream().map(ItemSpec::id).toList();
    }

    /// The values among those drawn that this question's element takes.
    static List<String> fitting(Question question) {
        var schema = SCHEMAS.compile(question.schema());
        return Drawn.VALUES.stream().filter(value -> schema.accepts(json(value))).toList();
    }

    /// Whether some value pleases all fields of the question. What elements and narrowings ask for
    /// is so simple that one of the drawn values does if any does.
    static boolean hasAnswer(Question question) {
        return Drawn.VALUES.stream()
                .map(SpecBundle::json)
                .anyMatch(value ->
                        question.origins().stream()
                                .allMatch(origin -> takes(origin.field(), value)));
    }

    private static boolean takes(Field field, JsonNode value) {
        ObjectNode schema = field.schema().deepCopy();
        schema.remove("$ref");
        String element =
                field.element() == null
                        ? "{}"
                        : ELEMENTS.getOrDefault(field.element().name(), "{}");
        return SCHEMAS.compile(schema).accepts(value)
                && SCHEMAS.compile(json(element)).accepts(value);
    }

    /// Whether the value stands in what the field or its element demands.
    static boolean says(Origin origin, JsonNode value) {
        String element =
                origin.field().element() == null
                        ? ""
                        : ELEMENTS.getOrDefault(origin.field().element().name(), "");
        return (origin.field().schema() + element).contains(value.toString());
    }

    static Map<String, Subject> subjects(List<String> ids) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        for (String id : ids) {
            subjects.put(id, new Subject(id, Text.of(id), Map.of(), List.of(), Condition.ALWAYS));
        }
        return subjects;
    }

    static Dictionary dictionary() {
        Map<ElementId, Element> elements = new LinkedHashMap<>();
        ELEMENTS.forEach((name, schema) -> {
            ElementId id = new ElementId("a", name);
            elements.put(
                    id,
                    new Element(
                            id,
                            Text.of(name),
                            null,
                            (ObjectNode) json(schema),
                            null,
                            Widget.TEXT,
                            null,
                            null,
                            List.of(),
                            null));
        });
        return new Dictionary(elements, Map.of(), Map.of());
    }

    /// @param undemanded paths of fields that the schema must not demand
    static Item item(ItemSpec spec, Set<String> undemanded) {
        List<Field> fields = new ArrayList<>();
        for (FieldSpec field : spec.fields()) {
            ObjectNode schema = (ObjectNode) json(field.narrowing());
            ElementId element =
                    field.element() == null ? null : new ElementId("a", field.element());
            if (element != null) {
                schema.put("$ref", "element:" + element);
            }
            fields.add(
                    new Field(
                            JsonPointer.compile(field.path()),
                            null,
                            field.object(),
                            element,
                            Text.of(field.name()),
                            null,
                            schema,
                            condition(field.required()),
                            condition(field.visible())));
        }
        return new Item(
                spec.id(),
                Text.of(spec.id()),
                null,
                "07",
                Item.Kind.PROMISED,
                new Department("office", "office", null),
                new Handling.Hosted(),
                new Deadline(1, 1),
                BigDecimal.ZERO,
                List.of(),
                results(spec),
                new Form(
                        SCHEMAS.compile(schema(spec, undemanded)),
                        JsonNodeFactory.instance.objectNode(),
                        fields),
                null,
                null);
    }

    private static List<Result> results(ItemSpec spec) {
        Map<String, List<ElementId>> produces = new LinkedHashMap<>();
        spec.produces()
                .forEach((subject, names) ->
                        produces.put(
                                subject,
                                names.stream().map(name -> new ElementId("a", name)).toList()));
        return produces.isEmpty()
                ? List.of()
                : List.of(new Result("paper", null, Text.of("paper"), produces));
    }

    private static ObjectNode schema(ItemSpec spec, Set<String> undemanded) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("type", "object");
        ObjectNode objects = root.putObject("properties");
        var rules = root.putArray("allOf").add(true);
        Set<String> used = new LinkedHashSet<>();
        for (FieldSpec field : spec.fields()) {
            ObjectNode object = objects.withObjectProperty(field.object());
            object.put("type", "object").put("additionalProperties", false);
            ObjectNode schema = (ObjectNode) json(field.narrowing());
            if (field.element() != null) {
                schema.put("$ref", "element:a." + field.element());
                used.add(field.element());
            }
            object.withObjectProperty("properties").set(field.name(), schema);
            if (field.required() instanceof When.Never || undemanded.contains(field.path())) {
                continue;
            }
            if (field.required() instanceof When.There there) {
                (there.asSchema()
                                ? object.withObjectProperty("dependentSchemas")
                                        .withObjectProperty(there.name())
                                        .withArrayProperty("required")
                                : object.withObjectProperty("dependentRequired")
                                        .withArrayProperty(there.name()))
                        .add(field.name());
            } else {
                ObjectNode rule = rules.addObject();
                rule.set("if", asSchema(field.required()));
                rule.set("then", there(field.object(), field.name(), json("true")));
            }
        }
        ObjectNode definitions = root.putObject("$defs");
        for (String name : used) {
            ObjectNode element = (ObjectNode) json(ELEMENTS.getOrDefault(name, "{}"));
            element.put("$id", "element:a." + name);
            definitions.set(name, element);
        }
        return root;
    }

    private static ObjectNode there(String object, String name, JsonNode value) {
        ObjectNode inner = JsonNodeFactory.instance.objectNode();
        inner.putObject("properties").set(name, value);
        inner.putArray("required").add(name);
        ObjectNode outer = JsonNodeFactory.instance.objectNode();
        outer.putObject("properties").set(object, inner);
        outer.putArray("required").add(object);
        return outer;
    }

    private static JsonNode asSchema(When when) {
        return switch (when) {
            case When.Always _ -> json("true");
            case When.Never _ -> json("false");
            case When.Is is -> there(is.object(), is.name(), constant(is.value()));
            case When.There there -> there(there.object(), there.name(), json("true"));
            case When.IsNot not ->
                    JsonNodeFactory.instance
                            .objectNode()
                            .set("not", there(not.object(), not.name(), constant(not.value())));
        };
    }

    private static ObjectNode constant(String value) {
        return JsonNodeFactory.instance.objectNode().set("const", json(value));
    }

    private static Condition condition(When when) {
        return switch (when) {
            case When.Always _ -> Condition.ALWAYS;
            case When.Never _ -> Condition.NEVER;
            case When.Is is when is.wholeObject() ->
                    new Condition.Matches(JsonPointer.empty(), SCHEMAS.compile(asSchema(is)));
            case When.Is is -> matches(is.object(), is.name(), is.value());
            case When.There there ->
                    new Condition.Matches(JsonPointer.empty(), SCHEMAS.compile(asSchema(there)));
            case When.IsNot not ->
                    new Condition.Not(matches(not.object(), not.name(), not.value()));
        };
    }

    private static Condition matches(String object, String name, String value) {
        return new Condition.Matches(
                JsonPointer.compile("/" + object + "/" + name), SCHEMAS.compile(constant(value)));
    }
}
