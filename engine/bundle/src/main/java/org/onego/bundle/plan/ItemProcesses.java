package org.onego.bundle.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onego.bundle.item.Handling;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;

/// The processes that a combined process calls: the items' own, and the two that serve all items
/// without one.
final class ItemProcesses {

    /// Clerks at the desk: accept, review, decide, deliver.
    static final String STANDARD = "onego-standard-item";

    /// The department's own system handles the case and calls back once it is decided.
    static final String EXTERNAL = "onego-external-item";

    private ItemProcesses() {}

    /// The key of the process that handles this item.
    static String keyOf(String bundle, Item item) {
        if (item.process() != null) {
            return bundle + "-" + item.id();
        }
        return switch (item.handling()) {
            case Handling.Hosted _ -> STANDARD;
            case Handling.Push _, Handling.Pull _ -> EXTERNAL;
        };
    }

    /// Resource name → BPMN of every process that this bundle's items call.
    static Map<String, String> resources(CompiledBundle bundle) {
        Map<String, String> resources = new LinkedHashMap<>();
        for (BundleItem entry : bundle.items()) {
            Item item = entry.item();
            String key = keyOf(bundle.info().id(), item);
            String own = item.process();
            resources.computeIfAbsent(
                    resourceName(key),
                    _ -> own == null ? shared(key) : BpmnDocument.parse(own).withKey(key).toXml());
        }
        return resources;
    }

    static String resourceName(String key) {
        return key + ".bpmn";
    }

    private static String shared(String key) {
        String name = resourceName(key);
        try (InputStream file = ItemProcesses.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing beside " + ItemProcesses.class);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
