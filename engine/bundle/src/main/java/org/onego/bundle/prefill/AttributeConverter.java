package org.onego.bundle.prefill;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Code;
import org.onego.bundle.merge.Converter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// What a certificate says → what the question takes.
final class AttributeConverter {

    /// The name of a code → the code.
    static final String TEXT_TO_CODE = "text-to-code";

    private AttributeConverter() {}

    /// Whether there is a converter of this name.
    static boolean isKnown(String name) {
        return name.equals(TEXT_TO_CODE) || Converter.of(name).isPresent();
    }

    /// @param converter null: the attribute is the value
    /// @return empty when the converter doesn't understand the attribute
    static Optional<JsonNode> convert(
            JsonNode attribute, @Nullable String converter, List<Code> codes) {
        if (converter == null) {
            return Optional.of(attribute);
        }
        if (converter.equals(TEXT_TO_CODE)) {
            return attribute.isString()
                    ? code(attribute.stringValue().strip(), codes).map(StringNode::valueOf)
                    : Optional.empty();
        }
        // A converter leaves what it doesn't understand as it is.
        return Converter.of(converter)
                .map(known -> known.convert(attribute))
                .filter(value -> !value.equals(attribute));
    }

    /// By the code itself, by its name, or by the name as it is said for short where only one fits:
    /// certificates say both 汉 and 汉族.
    private static Optional<String> code(String text, List<Code> codes) {
        for (Code code : codes) {
            if (code.code().equals(text)
                    || code.name().zh().equals(text)
                    || text.equalsIgnoreCase(code.name().en())) {
                return Optional.of(code.code());
            }
        }
        List<Code> alike =
                codes.stream()
                        .filter(code -> shortened(code.name().zh()).equals(shortened(text)))
                        .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst().code()) : Optional.empty();
    }

    private static String shortened(String name) {
        return name.length() > 1 && (name.endsWith("族") || name.endsWith("性"))
                ? name.substring(0, name.length() - 1)
                : name;
    }
}
