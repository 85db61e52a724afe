package org.onego.server.start;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onego.bundle.PublishedBundle;

/// The departments' names, as the loaded packages give them.
public final class DepartmentNames {

    private final Map<String, String> names = new HashMap<>();

    DepartmentNames(List<PublishedBundle> bundles) {
        bundles.stream()
                .flatMap(bundle -> bundle.compiled().items().stream())
                .map(each -> each.item().department())
                .forEach(department -> names.put(department.id(), department.name()));
    }

    /// The name; the id itself where no package names the department.
    public String name(String id) {
        return names.getOrDefault(id, id);
    }
}
