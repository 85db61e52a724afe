package org.onego.casefile.application;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.prefill.Prefilled;
import tools.jackson.databind.JsonNode;

/// What stands around the answers that certificates gave: who allowed them to be read, where they
/// disagree, and where the citizen says that they are wrong.
///
/// @param authorisations one for each other person who was asked, or who showed a certificate
/// @param statements question → what each certificate that was read says about it, in the order in
///   which they came
/// @param chosen question → the certificate that the citizen believes, where they disagree
/// @param disputes question → what the citizen says is wrong (纠错), and what came of it
/// @param held items that the process has reached and that wait for the issuer of a certificate
public record Evidence(
        List<Authorisation> authorisations,
        Map<QuestionId, List<Prefilled>> statements,
        Map<QuestionId, Source> chosen,
        Map<QuestionId, Dispute> disputes,
        Set<String> held) {

    public static final Evidence NONE =
            new Evidence(List.of(), Map.of(), Map.of(), Map.of(), Set.of());

    public Evidence {
        authorisations = List.copyOf(authorisations);
        Map<QuestionId, List<Prefilled>> copied = new TreeMap<>();
        statements.forEach((question, sources) -> copied.put(question, List.copyOf(sources)));
        statements = Collections.unmodifiableMap(copied);
        chosen = Collections.unmodifiableMap(new TreeMap<>(chosen));
        disputes = Collections.unmodifiableMap(new TreeMap<>(disputes));
        held = Set.copyOf(held);
    }

    public Optional<Authorisation> authorisation(String id) {
        return authorisations.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// The newest of this person that a condition holds for.
    public Optional<Authorisation> newest(String decider, Predicate<Authorisation> condition) {
        return authorisations.reversed().stream()
                .filter(each -> each.decider().equals(decider))
                .filter(condition)
                .findFirst();
    }

    /// With this one added, or put in the place of its earlier version.
    public Evidence with(Authorisation authorisation) {
        List<Authorisation> next = new ArrayList<>(authorisations);
        next.replaceAll(each -> each.id().equals(authorisation.id()) ? authorisation : each);
        if (!next.contains(authorisation)) {
            next.add(authorisation);
        }
        return new Evidence(next, statements, chosen, disputes, held);
    }

    /// What certificates say that disagrees, one for each value; empty where they agree.
    public List<Prefilled> conflict(QuestionId question) {
        return different(statements.getOrDefault(question, List.of()));
    }

    /// One for each value; empty where all say the same.
    public static List<Prefilled> different(List<Prefilled> statements) {
        List<Prefilled> different = new ArrayList<>();
        for (Prefilled each : statements) {
            if (different.stream().noneMatch(other -> isSame(other.value(), each.value()))) {
                different.add(each);
            }
        }
        return different.size() > 1 ? different : List.of();
    }

    /// Spaces make no difference: registers write addresses with and without them.
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.isString() && other.isString()
                ? one.stringValue()
                        .replaceAll("\\s", "")
                        .equals(other.stringValue().replaceAll("\\s", ""))
                : one.equals(other);
    }

    /// With what a certificate says, in the place of what it said before.
    public Evidence stating(Prefilled statement) {
        Map<QuestionId, List<Prefilled>> next = new LinkedHashMap<>(statements);
        List<Prefilled> about = new ArrayList<>(next.getOrDefault(statement.question(), List.of()));
        about.removeIf(each -> Source.of(each).equals(Source.of(statement)));
        about.add(statement);
        next.put(statement.question(), about);
        return new Evidence(authorisations, next, chosen, disputes, held);
    }

    /// Without what these certificates say.
    public Evidence without(Set<Source> gone) {
        Map<QuestionId, List<Prefilled>> next = new LinkedHashMap<>();
        statements.forEach((question, sources) -> {
            List<Prefilled> rest =
                    sources.stream().filter(each -> !gone.contains(Source.of(each))).toList();
            if (!rest.isEmpty()) {
                next.put(question, rest);
            }
        });
        Map<QuestionId, Source> believed = new LinkedHashMap<>(chosen);
        believed.values().removeIf(gone::contains);
        return new Evidence(authorisations, next, believed, disputes, held);
    }

    public Evidence believing(QuestionId question, Source source) {
        Map<QuestionId, Source> next = new LinkedHashMap<>(chosen);
        next.put(question, source);
        return new Evidence(authorisations, statements, next, disputes, held);
    }

    public Evidence with(Dispute dispute) {
        Map<QuestionId, Dispute> next = new LinkedHashMap<>(disputes);
        next.put(dispute.printed().question(), dispute);
        return new Evidence(authorisations, statements, chosen, next, held);
    }

    public Evidence withoutDispute(QuestionId question) {
        Map<QuestionId, Dispute> next = new LinkedHashMap<>(disputes);
        next.remove(question);
        return new Evidence(authorisations, statements, chosen, next, held);
    }

    /// With an item more that waits.
    public Evidence holding(String item) {
        Set<String> items = new HashSet<>(held);
        items.add(item);
        return holding(items);
    }

    public Evidence holding(Set<String> items) {
        return new Evidence(authorisations, statements, chosen, disputes, items);
    }

    /// Which certificate says something.
    ///
    /// @param type id of its type
    /// @param identifier 证照标识
    public record Source(String type, String identifier) {

        public static Source of(Prefilled statement) {
            return new Source(
                    statement.provenance().certificateType(), statement.provenance().identifier());
        }
    }
}
