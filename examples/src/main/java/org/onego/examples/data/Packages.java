package org.onego.examples.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything the simulators know, as read at one moment.
public final class Packages {

    private final List<ServicePackage> services;
    private final Map<String, CertificateType> types;
    private final List<Issued> issued;
    private final Map<String, List<Issued>> byHolder = new LinkedHashMap<>();
    private final Map<String, Issued> byIdentifier = new LinkedHashMap<>();
    private final List<String> warnings;

    Packages(
            List<ServicePackage> services,
            Map<String, CertificateType> types,
            List<Issued> issued,
            List<String> warnings) {
        this.services = List.copyOf(services);
        this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        this.issued = List.copyOf(issued);
        this.warnings = List.copyOf(warnings);
        for (Issued one : issued) {
            byHolder.computeIfAbsent(one.holder(), _ -> new ArrayList<>()).add(one);
            byIdentifier.put(one.identifier(), one);
        }
    }

    public List<ServicePackage> services() {
        return services;
    }

    public Map<String, CertificateType> types() {
        return types;
    }

    public List<Issued> issued() {
        return issued;
    }

    /// What was wrong with files; those files were left out.
    public List<String> warnings() {
        return warnings;
    }

    public List<Issued> of(String holder) {
        return Collections.unmodifiableList(byHolder.getOrDefault(holder, List.of()));
    }

    public Optional<Issued> identified(String identifier) {
        return Optional.ofNullable(byIdentifier.get(identifier));
    }

    public Optional<ServicePackage> service(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /// A sample citizen by `package/id`, or by id: of this package first, else of any.
    public Optional<Persona> persona(String packageId, String personaId) {
        int slash = personaId.indexOf('/');
        if (slash >= 0) {
            return personas()
                    .filter(persona -> persona.packageId().equals(personaId.substring(0, slash)))
                    .filter(persona -> persona.id().equals(personaId.substring(slash + 1)))
                    .findFirst();
        }
        return personas()
                .filter(persona -> persona.id().equals(personaId))
                .max(Comparator.comparing(persona -> persona.packageId().equals(packageId)));
    }

    public Stream<Persona> personas() {
        return services.stream().flatMap(service -> service.personas().stream());
    }

    /// A certificate type by its type code or its Chinese name, as outside callers know it.
    public Optional<CertificateType> certificateType(String codeOrName) {
        return types.values().stream()
                .filter(type -> !type.register())
                .filter(type ->
                        type.typeCode().equals(codeOrName) || type.title().equals(codeOrName))
                .findFirst();
    }
}
