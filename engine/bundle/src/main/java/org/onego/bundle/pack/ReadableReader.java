package org.onego.bundle.pack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.item.Material;
import org.onego.bundle.pack.CompiledBundle.Readable;
import org.onego.bundle.pack.ItemReader.ReadItem;

/// Reads a bundle's `certificates`: which it may read, and whose.
final class ReadableReader {

    private final BundleNames names;
    private final Shared shared;
    private final Findings findings;

    ReadableReader(BundleNames names, Shared shared, Findings findings) {
        this.names = names;
        this.shared = shared;
        this.findings = findings;
    }

    Readable read(Spot list) {
        if (!list.present()) {
            return Readable.ALL;
        }
        Map<String, Set<String>> types = new LinkedHashMap<>();
        for (Spot entry : list.elements()) {
            Spot type = entry.node().isObject() ? entry.at("type") : entry;
            CertificateType known = shared.certificate(type, findings);
            if (known != null && known.isHostProfile()) {
                findings.error(
                        type,
                        "the login is no certificate, and always known",
                        "leave it out of this list");
            }
            List<Spot> of = entry.node().isObject() ? entry.at("of").elements() : List.of();
            Set<String> subjects = new LinkedHashSet<>();
            for (Spot subject : of) {
                names.checkSubject(subject);
                subjects.add(subject.string());
            }
            if (types.put(type.string(), subjects) != null) {
                findings.error(
                        type,
                        "the certificate type '" + type.string() + "' stands here twice",
                        "keep one, and name all subjects under its of");
            }
        }
        Readable readable = new Readable(types);
        names.items().values().forEach(item -> checkMaterials(list, item, readable));
        return readable;
    }

    /// What replaces a material is read as well.
    private void checkMaterials(Spot list, ReadItem item, Readable readable) {
        for (Material material : item.item().materials()) {
            String type = material.certificate();
            if (type != null
                    && names.itemIds().contains(item.item().id())
                    && !readable.allows(type)) {
                findings.error(
                        list,
                        "the item '"
                                + item.item().id()
                                + "' takes '"
                                + type
                                + "' in place of the material "
                                + material.code()
                                + ", and the bundle may not read it",
                        "add '" + type + "', or take certificate away from the material");
            }
        }
    }
}
