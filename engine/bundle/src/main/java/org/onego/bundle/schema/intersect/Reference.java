package org.onego.bundle.schema.intersect;

/// Where a `$ref` or `$dynamicRef` leads.
sealed interface Reference {

    /// To a schema of the same input, whatever the way by which it is reached.
    record Static(Place target) implements Reference {}

    /// To one of several schemas, depending on the way by which it is reached.
    record Dynamic(Place target) implements Reference {}

    /// To a schema of the standard itself.
    record MetaSchema(String uri) implements Reference {}

    record Nowhere(String uri) implements Reference {}

    static Reference of(SchemaIndex index, Place place, String keyword) {
        String reference = place.node().get(keyword).stringValue();
        String uri = Uris.resolve(place.base(), reference);
        var found = index.find(place.base(), reference);
        if (found.isEmpty()) {
            return Uris.isMetaSchema(Uris.withoutFragment(uri))
                    ? new MetaSchema(uri)
                    : new Nowhere(uri);
        }
        Place target = found.get();
        String anchor = target.node().path("$dynamicAnchor").stringValue("");
        boolean mayMove =
                keyword.equals("$dynamicRef")
                        && !anchor.isEmpty()
                        && Uris.fragment(uri).equals(anchor)
                        // With one such anchor, the outermost one on any way is this one.
                        && index.resourcesWithDynamicAnchor(anchor).size() > 1;
        return mayMove ? new Dynamic(target) : new Static(target);
    }
}
