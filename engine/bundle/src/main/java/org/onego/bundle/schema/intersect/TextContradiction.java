package org.onego.bundle.schema.intersect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onego.bundle.schema.language.TextLanguage;
import org.onego.bundle.schema.language.TextLanguage.Search;
import tools.jackson.databind.JsonNode;

/// Proves that no text is left, by its length and by its patterns: those that automata know, each
/// with the length, two by two, and all together.
final class TextContradiction {

    /// More patterns of one text are not looked at together.
    private static final int MANY = 6;

    private final Contradiction.Knowledge knowledge;
    private final String at;

    TextContradiction(Contradiction.Knowledge knowledge, String at) {
        this.knowledge = knowledge;
        this.at = at;
    }

    private record Known(JsonNode pattern, TextLanguage texts) {
        Demand demand() {
            return Demand.of("pattern", pattern);
        }
    }

    Optional<EmptyReason> in(CountRange length, Iterable<JsonNode> patterns) {
        return Contradiction.count(at, length, "minLength", "maxLength")
                .or(() -> in(length, known(patterns)));
    }

    private List<Known> known(Iterable<JsonNode> patterns) {
        List<Known> known = new ArrayList<>();
        for (JsonNode pattern : patterns) {
            if (known.size() < MANY) {
                knowledge
                        .texts(pattern.stringValue())
                        .ifPresent(texts -> known.add(new Known(pattern, texts)));
            }
        }
        return known;
    }

    private Optional<EmptyReason> in(CountRange length, List<Known> patterns) {
        for (Known each : patterns) {
            if (hasNone(each.texts, length)) {
                return Optional.of(new EmptyReason(at, each.demand(), against(each, length)));
            }
        }
        Optional<TextLanguage> all = patterns.stream().findFirst().map(Known::texts);
        for (int i = 1; i < patterns.size(); i++) {
            Known one = patterns.get(i);
            for (Known before : patterns.subList(0, i)) {
                if (hasNone(before.texts.and(one.texts), length)) {
                    return Optional.of(new EmptyReason(at, before.demand(), one.demand()));
                }
            }
            all = all.flatMap(some -> some.and(one.texts));
            if (hasNone(all, length)) {
                return Optional.of(new EmptyReason(at, patterns.get(i - 1).demand(), one.demand()));
            }
        }
        return Optional.empty();
    }

    private boolean hasNone(Optional<TextLanguage> texts, CountRange length) {
        return texts.isPresent() && hasNone(texts.get(), length);
    }

    private boolean hasNone(TextLanguage texts, CountRange length) {
        knowledge.spend(texts.size() / 10 + 1);
        return texts.find(length.least(), length.most()) instanceof Search.None;
    }

    /// What the pattern has no text for: the greatest length, the least one, or any at all.
    private static Demand against(Known pattern, CountRange length) {
        JsonNode least = length.min();
        JsonNode most = length.max();
        if (most != null && pattern.texts.find(0, length.most()) instanceof Search.None) {
            return pattern.texts.find(0, Integer.MAX_VALUE) instanceof Search.None
                    ? pattern.demand()
                    : Demand.of("maxLength", most);
        }
        return least == null ? pattern.demand() : Demand.of("minLength", least);
    }
}
