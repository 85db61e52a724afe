package org.onego.bundle.plan;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.onego.bundle.item.Handling;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.plan.Units.Part;

/// The processes that a combined process calls: the items' own, and those that serve all items
/// without one.
final class ItemProcesses {

    /// Each is drawn once.
    private static final Map<StandardProcess, String> DRAWN = new EnumMap<>(StandardProcess.class);

    private ItemProcesses() {}

    /// The key of the process that handles this part of an item.
    static String keyOf(String bundle, Item item, Part part) {
        return item.process() != null && part == Part.WHOLE
                ? bundle + "-" + item.id()
                : standard(item, part).key();
    }

    private static StandardProcess standard(Item item, Part part) {
        boolean hosted = item.handling() instanceof Handling.Hosted;
        return switch (part) {
            case WHOLE -> hosted ? StandardProcess.STANDARD : StandardProcess.EXTERNAL;
            case ACCEPT ->
                    hosted ? StandardProcess.STANDARD_ACCEPT : StandardProcess.EXTERNAL_ACCEPT;
            case DECIDE -> hosted ? StandardProcess.STANDARD_DECIDE : StandardProcess.EXTERNAL;
        };
    }

    /// Resource name → BPMN of every process that this bundle's items call.
    static Map<String, String> resources(CompiledBundle bundle, Units units) {
        Map<String, String> resources = new LinkedHashMap<>();
        units.units()
                .values()
                .forEach(unit -> {
                    Item item = unit.item();
                    String key = keyOf(bundle.info().id(), item, unit.part());
                    String own = unit.part() == Part.WHOLE ? item.process() : null;
                    resources.computeIfAbsent(
                            resourceName(key),
                            _ ->
                                    own == null
                                            ? drawn(standard(item, unit.part()))
                                            : BpmnDocument.parse(own).withKey(key).toXml());
                });
        return resources;
    }

    static String resourceName(String key) {
        return key + ".bpmn";
    }

    private static synchronized String drawn(StandardProcess process) {
        return DRAWN.computeIfAbsent(process, StandardProcess::bpmn);
    }
}
