package org.onego.bundle.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.element.Dictionary;
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
        return new ReadPackage(packageId, files, shared, found).read();
    }
}
