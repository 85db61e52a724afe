package org.onego.examples.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a packages folder once. A file that can't be read is left out and said so: the product's
/// own check finds every mistake, and one broken package must not stop the others' demo.
final class ReadPackages {

    private final Path folder;
    private final Map<String, CertificateType> types = new LinkedHashMap<>();
    private final Map<String, Issued> issued = new LinkedHashMap<>();
    private final List<ServicePackage> services = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ReadPackages(Path folder) {
        this.folder = folder;
    }

    static Packages from(Path folder) throws IOException {
        ReadPackages reading = new ReadPackages(folder);
        for (Path file : yamlFiles(folder.resolve("certificates"))) {
            reading.read(file).ifPresent(reading::addType);
        }
        for (Path file : children(folder)) {
            if (Files.exists(file.resolve("package.yaml"))) {
                reading.addPackage(file);
            }
        }
        return new Packages(
                reading.services,
                reading.types,
                List.copyOf(reading.issued.values()),
                reading.warnings);
    }

    private void addType(ObjectNode type) {
        String id = Yaml.text(type, "id");
        String code = Yaml.text(type, "typeCode");
        boolean known = code.length() == 21;
        Map<String, String> attributes = new LinkedHashMap<>();
        type.path("attributes")
                .properties()
                .forEach(entry ->
                        attributes.put(entry.getKey(), Yaml.text(entry.getValue(), "title")));
        types.put(
                id,
                new CertificateType(
                        id,
                        Yaml.text(type, "title"),
                        Yaml.text(type, "kind").equals("register"),
                        known ? code : CertificateIdentifier.testTypeCode(id),
                        !known,
                        Yaml.text(type.path("issuer"), "name"),
                        Yaml.text(type.path("issuer"), "code"),
                        Yaml.text(type, "holder").equals("company"),
                        attributes));
    }

    private void addPackage(Path packageFolder) throws IOException {
        Optional<ObjectNode> described = read(packageFolder.resolve("package.yaml"));
        if (described.isEmpty()) {
            return;
        }
        String id = packageFolder.getFileName().toString();
        String region = Yaml.text(described.get(), "region");
        List<Persona> personas = new ArrayList<>();
        for (Path file : yamlFiles(packageFolder.resolve("personas"))) {
            Optional<ObjectNode> sample = read(file);
            if (sample.isEmpty()) {
                continue;
            }
            Persona persona = persona(id, sample.get());
            personas.add(persona);
            for (JsonNode relative : sample.get().path("family")) {
                personas.add(relative(persona, relative));
            }
            for (JsonNode certificate : sample.get().path("certificates")) {
                addIssued(file, persona, region, certificate);
            }
        }
        List<String> order = new ArrayList<>();
        described.get().path("personas").forEach(listed -> order.add(listed.asString("")));
        personas.sort(
                Comparator.comparingInt(persona ->
                        order.contains(persona.id()) ? order.indexOf(persona.id()) : order.size()));
        String title = Yaml.text(described.get(), "title");
        String shortTitle = Yaml.text(described.get(), "shortTitle");
        services.add(
                new ServicePackage(
                        id,
                        title,
                        shortTitle.isEmpty() ? title : shortTitle,
                        Yaml.text(described.get(), "summary"),
                        region,
                        personas));
    }

    private static Persona persona(String packageId, ObjectNode sample) {
        JsonNode person = sample.path("person");
        return new Persona(
                packageId,
                Yaml.text(sample, "id"),
                Yaml.text(sample, "title"),
                Yaml.text(person, "name"),
                Yaml.text(person, "idNo"),
                Yaml.text(person, "mobile"));
    }

    /// Can log in and hold certificates, and does not apply.
    private static Persona relative(Persona persona, JsonNode relative) {
        return new Persona(
                persona.packageId(),
                Yaml.text(relative, "id"),
                Yaml.text(relative, "title"),
                Yaml.text(relative, "name"),
                Yaml.text(relative, "idNo"),
                Yaml.text(relative, "mobile"));
    }

    private void addIssued(Path file, Persona persona, String region, JsonNode certificate) {
        String typeId = Yaml.text(certificate, "type");
        CertificateType type = types.get(typeId);
        if (type == null) {
            warn(
                    file,
                    "there is no certificate type '"
                            + typeId
                            + "' in certificates/; this certificate is left out");
            return;
        }
        ObjectNode attributes =
                certificate.path("attributes") instanceof ObjectNode object
                        ? object.deepCopy()
                        : Yaml.MAPPER.createObjectNode();
        String holder = Yaml.text(certificate, "holder");
        String number = Yaml.text(certificate, "number");
        String serial = number.isEmpty() ? holder : number;
        Issued one =
                new Issued(
                        type,
                        CertificateIdentifier.of(
                                type.typeCode(), type.issuerCode(), serial, holder),
                        holder,
                        holderName(persona, holder, attributes),
                        number,
                        Yaml.text(certificate, "issued"),
                        Yaml.text(certificate, "expires"),
                        region,
                        attributes);
        // Both parents' files may carry the same certificate; the two spouses' marriage
        // certificates share a number.
        Issued earlier = issued.putIfAbsent(typeId + "|" + holder + "|" + serial, one);
        if (earlier != null && !earlier.attributes().equals(attributes)) {
            warn(
                    file,
                    "the "
                            + typeId
                            + " of "
                            + persona.id()
                            + " says something else than in an earlier persona; the earlier one counts");
        }
    }

    private static String holderName(Persona persona, String holder, ObjectNode attributes) {
        if (holder.equals(persona.idNo())) {
            return persona.name();
        }
        String name = Yaml.text(attributes, "holderName");
        return name.isEmpty() ? Yaml.text(attributes, "name") : name;
    }

    private Optional<ObjectNode> read(Path file) throws IOException {
        try {
            if (Yaml.MAPPER.readTree(Files.readString(file)) instanceof ObjectNode object) {
                return Optional.of(object);
            }
            warn(file, "it is not a mapping; the file is left out");
        } catch (JacksonException e) {
            warn(file, "it is not YAML (" + e.getOriginalMessage() + "); the file is left out");
        }
        return Optional.empty();
    }

    private void warn(Path file, String what) {
        warnings.add(folder.relativize(file) + ": " + what + ".");
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        return children(folder).stream().filter(file -> file.toString().endsWith(".yaml")).toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
