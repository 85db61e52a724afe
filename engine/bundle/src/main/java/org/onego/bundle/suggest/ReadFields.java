package org.onego.bundle.suggest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.element.Element;
import org.onego.bundle.item.Field;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.Role;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Reads the fields of a bundle's items, and the elements of the dictionary, as they look from
/// outside.
final class ReadFields {

    private final Words words;
    private final ReadTitle titles;
    private final ReadName names;

    ReadFields(Words words) {
        this.words = words;
        this.titles = new ReadTitle(words);
        this.names = new ReadName(words);
    }

    People people(CompiledBundle bundle) {
        Map<String, String> called = new LinkedHashMap<>();
        bundle.subjects().forEach((id, subject) -> called.put(id, subject.title().zh()));
        return new People(words, called, applicants(bundle));
    }

    /// What the title and, where that says nothing, the name may mean.
    List<Meaning> meanings(Sketch sketch) {
        List<Meaning> meanings = new ArrayList<>();
        if (ReadTitle.isChinese(sketch.title())) {
            meanings.addAll(titles.read(sketch.title()));
        } else {
            names.read(sketch.title()).ifPresent(meanings::add);
        }
        if (meanings.stream().noneMatch(Meaning::known)) {
            names.read(sketch.name()).ifPresent(meanings::add);
        }
        return meanings;
    }

    /// All fields of all items, in their order; those about nobody are left out.
    List<Sketch> fields(CompiledBundle bundle) {
        List<Sketch> fields = new ArrayList<>();
        Set<String> applicants = applicants(bundle);
        for (BundleItem each : bundle.items()) {
            Map<String, List<Role>> roles = bundle.roles().getOrDefault(each.item().id(), Map.of());
            for (Field field : each.item().form().fields()) {
                Set<String> about = about(field.subject(), roles, applicants);
                if (!about.isEmpty()) {
                    fields.add(sketch(each.item().id(), field, about, bundle.dictionary()));
                }
            }
        }
        return fields;
    }

    Sketch element(Element element) {
        return new Sketch(
                "",
                JsonPointer.empty(),
                element.id().namespace(),
                Set.of(),
                element.title().zh(),
                element.id().name(),
                Kind.of(element.schema(), element),
                codes(element.schema(), element),
                element.id(),
                Set.of(),
                false);
    }

    private static Sketch sketch(
            String item, Field field, Set<String> about, Dictionary dictionary) {
        Element element =
                field.element() == null ? null : dictionary.elements().get(field.element());
        return new Sketch(
                item,
                field.pointer(),
                field.subject(),
                about,
                field.title().zh(),
                field.pointer().last().getMatchingProperty(),
                Kind.of(field.schema(), element),
                codes(field.schema(), element),
                field.element(),
                texts(field.schema().path("x-notElement")),
                field.group() != null);
    }

    private static Set<String> about(
            String own, Map<String, List<Role>> roles, Set<String> applicants) {
        List<Role> candidates = roles.get(own);
        if (candidates == null) {
            return Set.of(own);
        }
        Set<String> about = new HashSet<>();
        for (Role role : candidates) {
            if (role.subject().equals(CompiledBundle.APPLICANT)) {
                about.addAll(applicants);
            } else if (!role.subject().equals(CompiledBundle.NOBODY)) {
                about.add(role.subject());
            }
        }
        return about;
    }

    private static Set<String> applicants(CompiledBundle bundle) {
        return bundle.applicant().stream().map(Role::subject).collect(Collectors.toSet());
    }

    private static Set<String> codes(JsonNode schema, @Nullable Element element) {
        JsonNode list = schema.path("enum");
        if (list.isMissingNode()) {
            list = schema.path("items").path("enum");
        }
        if (list.isMissingNode() && element != null) {
            list = element.schema().path("enum");
            if (list.isMissingNode()) {
                list = element.schema().path("items").path("enum");
            }
        }
        return texts(list);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(entry -> texts.add(entry.asString("")));
        return texts;
    }
}
