package org.onego.bundle.pack;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.element.CodeList;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.JsonSchemas;

/// Reads what all packages share: code lists, elements, certificate types.
final class SharedReader {

    private SharedReader() {}

    static Shared read(PackageFiles files, JsonSchemas schemas, Findings findings) {
        Map<String, CodeList> lists =
                new CodeListsReader(files, FileShape.of("codes"), findings).read();
        Map<ElementId, Element> elements = new LinkedHashMap<>();
        Map<ElementId, CompiledSchema> values = new LinkedHashMap<>();
        Set<String> broken = new HashSet<>();
        ElementsReader dictionary =
                new ElementsReader(
                        files, FileShape.of("elements"), schemas, lists, broken, findings);
        dictionary.read(elements, values);
        Map<String, CertificateType> types = new LinkedHashMap<>();
        Map<String, Map<String, CompiledSchema>> attributes = new LinkedHashMap<>();
        Shared known =
                new Shared(
                        schemas,
                        new Dictionary(elements, lists, Map.of()),
                        broken,
                        values,
                        attributes);
        new CertificatesReader(files, FileShape.of("certificate"), known, findings)
                .read(types, attributes, broken);
        dictionary.checkPrecedence(types);
        return new Shared(
                schemas, new Dictionary(elements, lists, types), broken, values, attributes);
    }
}
