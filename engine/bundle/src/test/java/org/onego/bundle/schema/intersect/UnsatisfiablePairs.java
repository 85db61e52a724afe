package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Pairs of schemas that nothing satisfies, made from single keywords by what the keywords mean,
/// not by what the prover knows.
final class UnsatisfiablePairs {

    record Pair(String about, JsonNode left, JsonNode right) {}

    private static final Map<String, List<String>> OF_TYPE = new LinkedHashMap<>();

    static {
        OF_TYPE.put("null", List.of("null"));
        OF_TYPE.put("boolean", List.of("true", "false"));
        OF_TYPE.put("string", List.of("\"\"", "\"abc\""));
        OF_TYPE.put("integer", List.of("0", "7.0"));
        OF_TYPE.put("number", List.of("0.5", "-2.25"));
        OF_TYPE.put("array", List.of("[]", "[1,\"a\"]"));
        OF_TYPE.put("object", List.of("{}", "{\"a\":1}"));
    }

    private final List<Pair> pairs = new ArrayList<>();

    private UnsatisfiablePairs() {}

    static List<Pair> all() {
        UnsatisfiablePairs all = new UnsatisfiablePairs();
        all.types();
        all.values();
        all.numbers();
        all.counts();
        all.strings();
        all.arrays();
        all.objects();
        all.exclusions();
        all.choices();
        all.references();
        return List.copyOf(all.pairs);
    }

    private void add(String about, String left, String right) {
        pairs.add(new Pair(about, Suite.MAPPER.readTree(left), Suite.MAPPER.readTree(right)));
    }

    private static boolean overlap(String a, String b) {
        return a.equals(b) || (a + b).equals("integernumber") || (a + b).equals("numberinteger");
    }

    private void types() {
        List<String> names = List.copyOf(OF_TYPE.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (!overlap(names.get(i), names.get(j))) {
                    add(
                            "type × type",
                            "{\"type\":\"%s\"}".formatted(names.get(i)),
                            "{\"type\":[\"%s\"]}".formatted(names.get(j)));
                }
            }
        }
    }

    private void values() {
        OF_TYPE.forEach((type, own) ->
                OF_TYPE.forEach((other, values) -> {
                    boolean fractionAsInteger = type.equals("integer") && other.equals("number");
                    if (!overlap(type, other) || fractionAsInteger) {
                        add(
                                "type × enum",
                                "{\"type\":\"%s\"}".formatted(type),
                                "{\"enum\":%s}".formatted(values));
                        add(
                                "const × type",
                                "{\"const\":%s}".formatted(values.getFirst()),
                                "{\"type\":\"%s\"}".formatted(type));
                        add(
                                "const × const",
                                "{\"const\":%s}".formatted(values.getLast()),
                                "{\"const\":%s}".formatted(own.getFirst()));
                        add(
                                "enum × enum",
                                "{\"enum\":%s}".formatted(values),
                                "{\"enum\":%s}".formatted(own));
                        add(
                                "const × enum",
                                "{\"const\":%s}".formatted(values.getFirst()),
                                "{\"enum\":%s}".formatted(own));
                    }
                }));
        Map<String, List<String>> failing = new LinkedHashMap<>();
        failing.put(
                "\"abc\"",
                List.of(
                        "{\"minLength\":4}",
                        "{\"maxLength\":2}",
                        "{\"pattern\":\"^x\"}",
                        "{\"format\":\"date\"}",
                        "{\"not\":{\"minLength\":1}}"));
        failing.put(
                "12.5",
                List.of(
                        "{\"minimum\":13}",
                        "{\"exclusiveMinimum\":12.5}",
                        "{\"maximum\":12}",
                        "{\"exclusiveMaximum\":12.5}",
                        "{\"multipleOf\":2}"));
        failing.put(
                "[1,1]",
                List.of(
                        "{\"minItems\":3}",
                        "{\"maxItems\":1}",
                        "{\"uniqueItems\":true}",
                        "{\"items\":{\"type\":\"string\"}}",
                        "{\"prefixItems\":[true,{\"minimum\":2}]}",
                        "{\"contains\":{\"const\":2}}",
                        "{\"contains\":{\"const\":1},\"maxContains\":1}",
                        "{\"unevaluatedItems\":false}"));
        failing.put(
                "{\"a\":1}",
                List.of(
                        "{\"required\":[\"b\"]}",
                        "{\"minProperties\":2}",
                        "{\"maxProperties\":0}",
                        "{\"properties\":{\"a\":{\"type\":\"string\"}}}",
                        "{\"additionalProperties\":false}",
                        "{\"patternProperties\":{\"^a\":false}}",
                        "{\"propertyNames\":{\"minLength\":2}}",
                        "{\"dependentRequired\":{\"a\":[\"b\"]}}",
                        "{\"dependentSchemas\":{\"a\":{\"minProperties\":2}}}",
                        "{\"unevaluatedProperties\":false}"));
        failing.forEach((value, schemas) ->
                schemas.forEach(schema -> {
                    String keyword =
                            Suite.MAPPER.readTree(schema).propertyNames().iterator().next();
                    add("const × " + keyword, "{\"const\":%s}".formatted(value), schema);
                    add("enum × " + keyword, schema, "{\"enum\":[%s]}".formatted(value));
                }));
    }

    private void numbers() {
        for (String lower : List.of("minimum", "exclusiveMinimum")) {
            for (String upper : List.of("maximum", "exclusiveMaximum")) {
                add(
                        lower + " × " + upper,
                        "{\"type\":\"number\",\"%s\":5}".formatted(lower),
                        "{\"%s\":4.5}".formatted(upper));
                add(
                        lower + " × " + upper,
                        "{\"%s\":1e3}".formatted(lower),
                        "{\"type\":\"integer\",\"%s\":-1}".formatted(upper));
                if (!(lower + upper).equals("minimummaximum")) {
                    add(
                            lower + " × " + upper,
                            "{\"type\":\"number\",\"%s\":5}".formatted(lower),
                            "{\"%s\":5.0}".formatted(upper));
                }
            }
        }
        add("integer × bounds", "{\"type\":\"integer\"}", "{\"minimum\":0.2,\"maximum\":0.8}");
        add(
                "integer × bounds",
                "{\"type\":\"integer\",\"exclusiveMinimum\":3}",
                "{\"exclusiveMaximum\":4}");
        add(
                "multipleOf × bounds",
                "{\"type\":\"number\",\"multipleOf\":5}",
                "{\"minimum\":1,\"maximum\":4}");
        add(
                "multipleOf × bounds",
                "{\"type\":\"number\",\"multipleOf\":0.3}",
                "{\"minimum\":0.31,\"maximum\":0.59}");
        add(
                "multipleOf × bounds",
                "{\"type\":\"number\",\"multipleOf\":10}",
                "{\"exclusiveMinimum\":-10,\"maximum\":-1}");
        add(
                "multipleOf × multipleOf",
                "{\"type\":\"number\",\"multipleOf\":4,\"minimum\":1}",
                "{\"multipleOf\":6,\"maximum\":11}");
        add(
                "multipleOf × multipleOf",
                "{\"type\":\"number\",\"multipleOf\":0.4,\"exclusiveMinimum\":0}",
                "{\"multipleOf\":0.6,\"exclusiveMaximum\":1.2}");
        add(
                "multipleOf × integer",
                "{\"type\":\"integer\",\"minimum\":1}",
                "{\"multipleOf\":1.5,\"maximum\":2}");
    }

    private void counts() {
        for (var each :
                Map.of("string", "Length", "array", "Items", "object", "Properties").entrySet()) {
            String min = "min" + each.getValue();
            String max = "max" + each.getValue();
            for (int least = 1; least <= 3; least++) {
                add(
                        min + " × " + max,
                        "{\"type\":\"%s\",\"%s\":%d}".formatted(each.getKey(), min, least),
                        "{\"%s\":%d}".formatted(max, least - 1));
            }
        }
    }

    private void strings() {
        add("pattern × enum", "{\"pattern\":\"^[0-9]+$\"}", "{\"enum\":[\"a\",\"1b\",\"\"]}");
        add("pattern × enum", "{\"pattern\":\"^\\\\d{2}$\"}", "{\"enum\":[\"1\",\"123\"]}");
        add("format × enum", "{\"format\":\"date\"}", "{\"enum\":[\"2023-02-29\",\"2024-1-1\"]}");
        add(
                "format × enum",
                "{\"format\":\"cn-id-number\"}",
                "{\"enum\":[\"110105194912310021\"]}");
        add("format × const", "{\"format\":\"email\"}", "{\"const\":\"nobody\"}");
        add("maxLength × format", "{\"type\":\"string\",\"maxLength\":0}", "{\"format\":\"date\"}");
        add("maxLength × pattern", "{\"type\":\"string\",\"maxLength\":0}", "{\"pattern\":\"a\"}");
        add(
                "maxLength × pattern",
                "{\"type\":\"string\",\"maxLength\":17}",
                "{\"pattern\":\"^[0-9]{17}[0-9X]$\"}");
        add(
                "minLength × pattern",
                "{\"type\":\"string\",\"minLength\":7}",
                "{\"pattern\":\"^\\\\d{6}$\"}");
        add(
                "pattern × pattern",
                "{\"type\":\"string\",\"pattern\":\"^1[3-9]\"}",
                "{\"pattern\":\"^2\"}");
        add(
                "pattern × pattern",
                "{\"type\":\"string\",\"pattern\":\"^[0-9]{6}$\"}",
                "{\"pattern\":\"^[0-9]{18}$\"}");
        add(
                "pattern × pattern",
                "{\"type\":\"string\",\"pattern\":\"^[a-z]+$\"}",
                "{\"pattern\":\"[0-9]\"}");
        add(
                "format × format",
                "{\"type\":\"string\",\"format\":\"date\"}",
                "{\"format\":\"email\"}");
        add(
                "format × format",
                "{\"type\":\"string\",\"format\":\"date\"}",
                "{\"format\":\"date-time\"}");
        add(
                "format × format",
                "{\"type\":\"string\",\"format\":\"ipv4\"}",
                "{\"format\":\"ipv6\"}");
        add(
                "format × format",
                "{\"type\":\"string\",\"format\":\"cn-id-number\"}",
                "{\"format\":\"cn-mobile\"}");
        add("format × maxLength", "{\"type\":\"string\",\"format\":\"date\"}", "{\"maxLength\":9}");
        add(
                "format × pattern",
                "{\"type\":\"string\",\"format\":\"cn-mobile\"}",
                "{\"pattern\":\"[a-z]\"}");
    }

    private void arrays() {
        String array = "{\"type\":\"array\",";
        add("items × minItems", array + "\"items\":false}", "{\"minItems\":1}");
        add(
                "items × minItems",
                array + "\"items\":{\"type\":[\"string\"],\"enum\":[1]}}",
                "{\"minItems\":1}");
        add(
                "items × items",
                array + "\"items\":{\"type\":\"string\"},\"minItems\":1}",
                "{\"items\":{\"type\":\"number\"}}");
        add(
                "prefixItems × items",
                array + "\"prefixItems\":[{\"type\":\"string\"}],\"minItems\":1}",
                "{\"items\":{\"type\":\"number\"}}");
        add(
                "prefixItems × prefixItems",
                array + "\"prefixItems\":[{\"const\":1},{\"const\":2}],\"minItems\":2}",
                "{\"prefixItems\":[true,{\"const\":3}]}");
        add("prefixItems × minItems", array + "\"prefixItems\":[true,false]}", "{\"minItems\":2}");
        add(
                "prefixItems × minItems",
                array + "\"prefixItems\":[true,true],\"items\":false}",
                "{\"minItems\":3}");
        add("contains × maxItems", array + "\"contains\":true}", "{\"maxItems\":0}");
        add(
                "contains × items",
                array + "\"contains\":{\"type\":\"string\"}}",
                "{\"items\":{\"type\":\"number\"}}");
        add(
                "contains × items",
                array + "\"contains\":{\"const\":\"x\"}}",
                "{\"items\":{\"enum\":[\"a\",\"b\"]}}");
        add(
                "contains × prefixItems",
                array + "\"contains\":{\"minimum\":10,\"type\":\"number\"}}",
                "{\"prefixItems\":[{\"maximum\":9}],\"items\":false}");
        add("contains × contains", array + "\"contains\":false}", "{\"contains\":true}");
        add(
                "minContains × maxContains",
                array + "\"contains\":{\"const\":1},\"minContains\":2}",
                "{\"contains\":{\"const\":1},\"maxContains\":1}");
        add(
                "minContains × maxItems",
                array + "\"contains\":{\"type\":\"string\"},\"minContains\":3}",
                "{\"maxItems\":2}");
        add(
                "maxContains × minItems",
                array + "\"contains\":true,\"maxContains\":1}",
                "{\"minItems\":2}");
        add(
                "maxContains × items",
                array + "\"contains\":{\"type\":\"number\"},\"maxContains\":1}",
                "{\"items\":{\"type\":\"integer\"},\"minItems\":2}");
        add(
                "maxContains × contains",
                array + "\"contains\":{\"const\":1},\"maxContains\":0}",
                "{\"contains\":{\"const\":1}}");
        add(
                "uniqueItems × items",
                array + "\"uniqueItems\":true,\"minItems\":3}",
                "{\"items\":{\"type\":\"boolean\"}}");
        add(
                "uniqueItems × items",
                array + "\"uniqueItems\":true,\"minItems\":3}",
                "{\"items\":{\"enum\":[1,1.0,\"a\"]}}");
        add(
                "uniqueItems × items",
                array + "\"uniqueItems\":true,\"minItems\":2}",
                "{\"items\":{\"type\":\"null\"}}");
        add(
                "uniqueItems × prefixItems",
                array + "\"uniqueItems\":true,\"minItems\":2}",
                "{\"prefixItems\":[{\"const\":\"a\"},{\"const\":\"a\"}]}");
        add(
                "uniqueItems × minContains",
                array + "\"uniqueItems\":true}",
                "{\"contains\":{\"const\":1},\"minContains\":2}");
        add(
                "uniqueItems × bounds",
                array + "\"uniqueItems\":true,\"minItems\":4}",
                "{\"items\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":3}}");
    }

    private void objects() {
        String object = "{\"type\":\"object\",";
        add(
                "required × properties",
                object + "\"required\":[\"a\"]}",
                "{\"properties\":{\"a\":false}}");
        add(
                "required × properties",
                object + "\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"string\"}}}",
                "{\"properties\":{\"a\":{\"type\":\"number\"}}}");
        add(
                "required × properties",
                object
                        + "\"required\":[\"a\"],\"properties\":{\"a\":{\"minimum\":3,\"type\":\"number\"}}}",
                "{\"properties\":{\"a\":{\"maximum\":2}}}");
        add(
                "required × additionalProperties",
                object + "\"required\":[\"a\"]}",
                "{\"additionalProperties\":false}");
        add(
                "required × additionalProperties",
                object + "\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"string\"}}}",
                "{\"additionalProperties\":{\"type\":\"number\"}}");
        add(
                "required × patternProperties",
                object + "\"required\":[\"abc\"]}",
                "{\"patternProperties\":{\"b\":false}}");
        add(
                "properties × patternProperties",
                object + "\"required\":[\"abc\"],\"properties\":{\"abc\":{\"const\":1}}}",
                "{\"patternProperties\":{\"^a\":{\"const\":2}}}");
        add(
                "required × propertyNames",
                object + "\"required\":[\"ab\"]}",
                "{\"propertyNames\":{\"maxLength\":1}}");
        add(
                "required × propertyNames",
                object + "\"required\":[\"ab\"]}",
                "{\"propertyNames\":false}");
        add(
                "required × maxProperties",
                object + "\"required\":[\"a\",\"b\"]}",
                "{\"maxProperties\":1}");
        add(
                "required × required",
                object + "\"required\":[\"a\"],\"maxProperties\":1}",
                "{\"required\":[\"b\"]}");
        add(
                "required × dependentRequired",
                object + "\"required\":[\"a\"],\"properties\":{\"c\":false}}",
                "{\"dependentRequired\":{\"a\":[\"b\"],\"b\":[\"c\"]}}");
        add(
                "required × dependentSchemas",
                object + "\"required\":[\"a\"]}",
                "{\"dependentSchemas\":{\"a\":false}}");
        add(
                "required × dependentSchemas",
                object + "\"required\":[\"a\"],\"maxProperties\":1}",
                "{\"dependentSchemas\":{\"a\":{\"required\":[\"b\"]}}}");
        add(
                "minProperties × additionalProperties",
                object + "\"minProperties\":2}",
                "{\"properties\":{\"a\":true},\"additionalProperties\":false}");
        add(
                "minProperties × additionalProperties",
                object + "\"minProperties\":1}",
                "{\"additionalProperties\":false}");
        add(
                "minProperties × propertyNames",
                object + "\"minProperties\":1}",
                "{\"propertyNames\":false}");
        add(
                "minProperties × propertyNames",
                object + "\"minProperties\":1}",
                "{\"propertyNames\":{\"type\":\"number\"}}");
        add(
                "minProperties × propertyNames",
                object + "\"minProperties\":3}",
                "{\"propertyNames\":{\"enum\":[\"a\",\"b\"]}}");
        add(
                "minProperties × propertyNames",
                object + "\"minProperties\":2}",
                "{\"propertyNames\":{\"maxLength\":0}}");
        add(
                "minProperties × patternProperties",
                object + "\"minProperties\":1}",
                "{\"patternProperties\":{\"^x\":false},\"additionalProperties\":false}");
        add(
                "unevaluatedProperties × required",
                object + "\"required\":[\"a\"]}",
                "{\"unevaluatedProperties\":false}");
        add(
                "unevaluatedProperties × required",
                object + "\"required\":[\"a\"],\"properties\":{\"a\":{\"const\":1}}}",
                "{\"properties\":{\"a\":{\"const\":2}},\"unevaluatedProperties\":false}");
    }

    private void exclusions() {
        for (String each :
                List.of(
                        "\"type\":\"string\"",
                        "\"const\":1",
                        "\"enum\":[1,\"a\"]",
                        "\"type\":\"number\",\"minimum\":3",
                        "\"type\":\"number\",\"multipleOf\":2",
                        "\"type\":\"string\",\"minLength\":2",
                        "\"type\":\"string\",\"pattern\":\"^a\"",
                        "\"type\":\"string\",\"format\":\"date\"",
                        "\"type\":\"array\",\"minItems\":1",
                        "\"type\":\"array\",\"items\":{\"type\":\"string\"}",
                        "\"type\":\"array\",\"uniqueItems\":true",
                        "\"type\":\"array\",\"contains\":{\"const\":1}",
                        "\"type\":\"object\",\"required\":[\"a\"]",
                        "\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}",
                        "\"type\":\"object\",\"additionalProperties\":false",
                        "\"type\":\"object\",\"minProperties\":2",
                        "\"type\":\"object\",\"propertyNames\":{\"pattern\":\"^a\"}",
                        "\"type\":\"object\",\"dependentRequired\":{\"a\":[\"b\"]}")) {
            add("not × itself", "{%s}".formatted(each), "{\"not\":{%s}}".formatted(each));
        }
        add("not × anything", "{}", "{\"not\":{}}");
        add("not × anything", "{\"type\":\"string\"}", "{\"not\":true}");
        add("not × stronger", "{\"type\":\"integer\",\"minimum\":5}", "{\"not\":{\"minimum\":3}}");
        add("not × stronger", "{\"type\":\"integer\"}", "{\"not\":{\"type\":\"number\"}}");
        add(
                "not × stronger",
                "{\"type\":\"string\",\"minLength\":5}",
                "{\"not\":{\"minLength\":2}}");
        add(
                "not × stronger",
                "{\"type\":\"object\",\"required\":[\"a\",\"b\"]}",
                "{\"not\":{\"required\":[\"a\"]}}");
        add(
                "not × stronger",
                "{\"type\":\"number\",\"multipleOf\":6}",
                "{\"not\":{\"multipleOf\":3}}");
        add("not × boolean", "{\"type\":\"boolean\"}", "{\"not\":{\"enum\":[true,false]}}");
        add("not × null", "{\"type\":\"null\"}", "{\"not\":{\"const\":null}}");
        add(
                "not × few numbers",
                "{\"type\":\"integer\",\"minimum\":1,\"maximum\":2}",
                "{\"not\":{\"enum\":[1,2]}}");
        add(
                "not × anyOf",
                "{\"type\":\"string\"}",
                "{\"not\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}}");
        add(
                "not × not",
                "{\"not\":{\"type\":[\"string\",\"null\",\"boolean\",\"array\"]}}",
                "{\"not\":{\"type\":[\"number\",\"object\"]}}");
        add("not × enum", "{\"enum\":[1,2,3]}", "{\"not\":{\"type\":\"integer\"}}");
        add("not × const", "{\"const\":\"a\"}", "{\"not\":{\"minLength\":1}}");
    }

    private void choices() {
        String strings = "{\"type\":\"string\"}";
        add("anyOf × type", "{\"anyOf\":[{\"type\":\"number\"},{\"type\":\"null\"}]}", strings);
        add("oneOf × type", "{\"oneOf\":[{\"type\":\"number\"},{\"const\":true}]}", strings);
        add("allOf × type", "{\"allOf\":[{\"minLength\":1},{\"type\":\"number\"}]}", strings);
        add(
                "anyOf × anyOf",
                "{\"anyOf\":[{\"const\":1},{\"const\":2}]}",
                "{\"anyOf\":[{\"const\":3},{\"const\":4}]}");
        add(
                "oneOf × oneOf",
                "{\"oneOf\":[{\"type\":\"number\"},{\"type\":\"null\"}]}",
                "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"array\"}]}");
        add(
                "anyOf × oneOf",
                "{\"anyOf\":[{\"enum\":[1,2]},{\"enum\":[3]}]}",
                "{\"oneOf\":[{\"enum\":[4]},{\"enum\":[5,6]}]}");
        add(
                "oneOf × implied",
                "{\"oneOf\":[{\"type\":\"number\"},{\"type\":\"integer\"}]}",
                "{\"type\":\"integer\"}");
        add(
                "oneOf × implied",
                "{\"oneOf\":[{\"minLength\":1},{\"maxLength\":9}]}",
                "{\"type\":\"string\",\"minLength\":2,\"maxLength\":3}");
        add(
                "anyOf × required",
                "{\"type\":\"object\",\"anyOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]}",
                "{\"properties\":{\"a\":false,\"b\":false}}");
        add("if × then", "{\"if\":{\"type\":\"string\"},\"then\":false}", strings);
        add("if × then", "{\"if\":{\"minimum\":0},\"then\":{\"multipleOf\":2}}", "{\"const\":3}");
        add(
                "if × then",
                "{\"if\":{\"required\":[\"a\"]},\"then\":{\"required\":[\"b\"]}}",
                "{\"type\":\"object\",\"required\":[\"a\"],\"maxProperties\":1}");
        add(
                "if × else",
                "{\"if\":{\"type\":\"number\"},\"else\":{\"maxLength\":1}}",
                "{\"type\":\"string\",\"minLength\":2}");
        add(
                "if × both",
                "{\"if\":{\"minLength\":5},\"then\":{\"type\":\"number\"},\"else\":{\"type\":\"null\"}}",
                strings);
        add("false × anything", "false", "{}");
        add("false × anything", "{\"allOf\":[{},false]}", "true");
        add(
                "discriminator",
                "{\"type\":\"object\",\"required\":[\"k\"],\"oneOf\":[{\"properties\":{\"k\":{\"const\":\"a\"}}},{\"properties\":{\"k\":{\"const\":\"b\"}}}]}",
                "{\"properties\":{\"k\":{\"const\":\"c\"}}}");
    }

    private void references() {
        String text = "{\"$ref\":\"#/$defs/t\",\"$defs\":{\"t\":{\"type\":\"string\"}}}";
        add("$ref × type", text, "{\"type\":\"number\"}");
        add(
                "$ref × $ref",
                text,
                "{\"$ref\":\"#/$defs/t\",\"$defs\":{\"t\":{\"type\":\"number\"}}}");
        add(
                "$ref × $ref",
                "{\"$ref\":\"#t\",\"$defs\":{\"x\":{\"$anchor\":\"t\",\"maxLength\":1}}}",
                "{\"$ref\":\"y.json\",\"$defs\":{\"y\":{\"$id\":\"y.json\",\"type\":\"string\",\"minLength\":2}}}");
        String tree =
                "{\"$ref\":\"#/$defs/n\",\"$defs\":{\"n\":{\"type\":\"object\",\"required\":[\"v\"],\"properties\":{\"v\":{\"type\":\"string\"},\"next\":{\"$ref\":\"#/$defs/n\"}}}}}";
        add("recursive × type", tree, "{\"type\":\"array\"}");
        add("recursive × property", tree, "{\"properties\":{\"v\":{\"type\":\"number\"}}}");
        add(
                "recursive × deep property",
                tree,
                "{\"required\":[\"next\"],\"properties\":{\"next\":{\"properties\":{\"v\":{\"const\":1}}}}}");
        add(
                "root × type",
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"$ref\":\"#\"}}}",
                "{\"properties\":{\"a\":{\"type\":\"string\"}}}");
        add(
                "draft-07 items × items",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"array\",\"items\":[{\"type\":\"string\"}],\"additionalItems\":false}",
                "{\"minItems\":2}");
        add(
                "draft-07 dependencies × required",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\",\"dependencies\":{\"a\":[\"b\"]},\"maxProperties\":1}",
                "{\"required\":[\"a\"]}");
    }
}
