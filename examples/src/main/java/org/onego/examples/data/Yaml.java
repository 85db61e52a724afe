package org.onego.examples.data;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// YAML as the packages write it.
final class Yaml {

    static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    private Yaml() {}

    /// The member as text: of a `{zh, en}` pair the Chinese half; empty when it is missing or null.
    static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return (value.isObject() ? value.path("zh") : value).asString("").strip();
    }
}
