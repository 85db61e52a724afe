package org.onego.bundle.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.element.Dictionary;
import org.onego.bundle.pack.BundleReader.ReadBundle;
import org.onego.bundle.pack.CompiledBundle.Info;
import org.onego.bundle.pack.ItemReader.ReadItem;
import org.onego.bundle.schema.JsonSchemas;

/// Reads packages from a folder. Whatever the files say, mistakes come out as findings.
///
/// The shared dictionary (elements, code lists, certificate types) is read once, when the folder is
/// opened. A reader has no state that reading a package changes: use it from any thread.
public final class PackageReader {

    private static final Set<String> SHARED =
            Set.of("elements", "codes", "certificates", "calendar");

    private final PackageFiles files;
    private final Shared shared;
    private final List<Finding> findings;
    private final Shapes shapes;

    private record Shapes(
            FileShape info,
            FileShape bundle,
            FileShape item,
            FileShape ui,
            FileShape persona,
            FileShape test) {}

    private PackageReader(Path root, JsonSchemas schemas) {
        this.files = new PackageFiles(root);
        Findings found = new Findings();
        if (!Files.isDirectory(root)) {
            found.error(
                    Spot.of("."),
                    "the packages folder '" + root + "' does not exist",
                    "name the folder in which elements/, codes/ and the packages stand");
        }
        this.shared = SharedReader.read(files, schemas, found);
        this.findings = found.all();
        this.shapes =
                new Shapes(
                        FileShape.of("package"),
                        FileShape.of("bundle"),
                        FileShape.of("item"),
                        FileShape.of("form-ui"),
                        FileShape.of("persona"),
                        FileShape.of("test"));
    }

    /// Opens a folder of packages, with the system's clock.
    public static PackageReader open(Path packagesRoot) {
        return open(packagesRoot, new JsonSchemas());
    }

    /// Opens a folder of packages.
    ///
    /// @param schemas compiles all schemas of the packages
    public static PackageReader open(Path packagesRoot, JsonSchemas schemas) {
        return new PackageReader(packagesRoot, schemas);
    }

    /// What all packages share; without what is wrong in it.
    public Dictionary dictionary() {
        return shared.dictionary();
    }

    /// What is wrong in the shared dictionary.
    public List<Finding> findings() {
        return findings;
    }

    /// The packages in the folder, by name.
    public List<String> packageIds() {
        return files.folders("").stream()
                .filter(name -> !SHARED.contains(name))
                .filter(name -> files.exists(name + "/package.yaml"))
                .toList();
    }

    /// Reads every package, in the order of their names.
    public Map<String, PackageResult> readAll() {
        Map<String, PackageResult> results = new LinkedHashMap<>();
        packageIds().forEach(id -> results.put(id, read(id)));
        return results;
    }

    /// Reads one package.
    public PackageResult read(String packageId) {
        Findings found = new Findings();
        if (!packageId.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || !files.exists(packageId)) {
            found.error(
                    Spot.of(packageId),
                    "there is no package '" + packageId + "'",
                    Nearest.advice(packageId, packageIds(), "name a folder with a package.yaml"));
            return new PackageResult(null, found.all());
        }
        return new Reading(packageId, found).read();
    }

    /// Reading one package.
    private final class Reading {

        private final String id;
        private final Findings found;

        private Reading(String id, Findings found) {
            this.id = id;
            this.found = found;
        }

        private PackageResult read() {
            Optional<Spot> infoFile =
                    files.tree(id + "/package.yaml", found)
                            .filter(tree -> shapes.info().fits(tree, found));
            Optional<Info> info = infoFile.map(tree -> InfoReader.read(id, tree, found));
            List<String> folders = files.folders(id + "/items");
            Map<String, ReadItem> items = items(folders);
            Optional<ReadBundle> bundle =
                    files.tree(id + "/bundle.yaml", found)
                            .filter(tree -> shapes.bundle().fits(tree, found))
                            .map(tree ->
                                    new BundleReader(tree, items, folders, shared, found).read());
            Set<String> itemIds = new LinkedHashSet<>(folders);
            Map<String, Persona> personas = personas(bundle, itemIds);
            List<ExpectedCase> tests = tests(itemIds);
            List<Persona> inOrder = inOrder(personas, infoFile.map(tree -> tree.at("personas")));
            if (found.hasErrors() || info.isEmpty() || bundle.isEmpty()) {
                return new PackageResult(null, found.all());
            }
            ReadBundle read = bundle.get();
            return new PackageResult(
                    new CompiledBundle(
                            info.get(),
                            read.guide(),
                            read.subjects(),
                            read.applicant(),
                            read.items(),
                            read.roles(),
                            read.same(),
                            read.needs(),
                            read.pages(),
                            read.submitText(),
                            shared.dictionary(),
                            inOrder,
                            tests),
                    found.all());
        }

        private Map<String, ReadItem> items(List<String> folders) {
            var forms = new FormReader(files, shapes.ui(), shared, found);
            var reader = new ItemReader(files, shapes.item(), forms, shared, found);
            Map<String, ReadItem> items = new LinkedHashMap<>();
            for (String folder : folders) {
                reader.read(id + "/items/" + folder).ifPresent(item -> items.put(folder, item));
            }
            return items;
        }

        private Map<String, Persona> personas(Optional<ReadBundle> bundle, Set<String> items) {
            var reader = new PersonaReader(files, shapes.persona(), shared, found);
            PersonaReader.Known known =
                    bundle.map(read ->
                                    new PersonaReader.Known(
                                            read.options(), read.subjects().keySet(), items))
                            .orElse(null);
            Map<String, Persona> personas = new LinkedHashMap<>();
            for (String name : files.names(id + "/personas", ".yaml", found)) {
                reader.read(id + "/personas/" + name + ".yaml", known)
                        .ifPresent(persona -> personas.put(name, persona));
            }
            return personas;
        }

        private List<ExpectedCase> tests(Set<String> items) {
            var reader = new CaseReader(files, shapes.test(), found);
            Set<String> personas =
                    new LinkedHashSet<>(files.names(id + "/personas", ".yaml", found));
            List<ExpectedCase> tests = new ArrayList<>();
            for (String name : files.names(id + "/tests", ".yaml", found)) {
                reader.read(id + "/tests/" + name + ".yaml", personas, items).ifPresent(tests::add);
            }
            return tests;
        }

        /// Those that `package.yaml` names come first, in its order.
        private List<Persona> inOrder(Map<String, Persona> personas, Optional<Spot> declared) {
            Map<String, Persona> rest = new LinkedHashMap<>(personas);
            List<Persona> ordered = new ArrayList<>();
            for (Spot name : declared.map(Spot::elements).orElse(List.of())) {
                Persona persona = rest.remove(name.string());
                if (persona != null) {
                    ordered.add(persona);
                } else if (!files.exists(id + "/personas/" + name.string() + ".yaml")) {
                    found.error(
                            name,
                            "the package has no persona '" + name.string() + "'",
                            Nearest.advice(
                                    name.string(), personas.keySet(), "add it under personas/"));
                }
            }
            ordered.addAll(rest.values());
            return ordered;
        }
    }
}
