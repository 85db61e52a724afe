package org.onego.bundle.law;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A bundle in a few words: what the generator draws and a failure prints.
///
/// @param needs pairs of item, needed item
record BundleSpec(List<ItemSpec> items, List<List<String>> needs) {

    ItemSpec item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    BundleSpec withItems(List<ItemSpec> others) {
        return new BundleSpec(others, needs);
    }

    @Override
    public String toString() {
        return items.stream().map(ItemSpec::toString).collect(Collectors.joining("\n  "))
                + (needs.isEmpty() ? "" : "\n  needs " + needs);
    }

    /// @param roles the item's own subject → the bundle's, or null for nobody
    /// @param produces the item's own subject → names of elements
    record ItemSpec(
            String id,
            List<FieldSpec> fields,
            Map<String, @Nullable String> roles,
            Map<String, List<String>> produces) {

        @Override
        public String toString() {
            return id + " " + roles + " " + fields + (produces.isEmpty() ? "" : " → " + produces);
        }
    }

    /// A field `/object/name`, where the object is also the item's own subject.
    ///
    /// @param element its name in the namespace `a`, or null for a field of the item's own
    /// @param narrowing JSON beside the reference
    /// @param required when the schema demands it, whether shown or not
    /// @param visible when the layout shows it
    record FieldSpec(
            String object,
            String name,
            @Nullable String element,
            String narrowing,
            When required,
            When visible) {

        String path() {
            return "/" + object + "/" + name;
        }

        @Override
        public String toString() {
            return path()
                    + (element == null ? "" : ":" + element)
                    + (narrowing.equals("{}") ? "" : narrowing)
                    + (required instanceof When.Never ? "" : " required " + required)
                    + (visible instanceof When.Always ? "" : " visible " + visible);
        }
    }

    /// When something about a field holds, over the other fields of its item.
    sealed interface When {

        record Always() implements When {}

        record Never() implements When {}

        /// Another field of the item is there and has this value (JSON).
        record Is(String object, String name, String value, boolean wholeObject) implements When {}

        /// Another field of the item is not there or has another value (JSON).
        record IsNot(String object, String name, String value) implements When {}

        /// Another field of the item is there, said with `dependentSchemas` or `dependentRequired`
        /// of the object in which both stand.
        record There(String object, String name, boolean asSchema) implements When {}
    }
}
