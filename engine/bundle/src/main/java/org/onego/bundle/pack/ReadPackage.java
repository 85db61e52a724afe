package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.pack.BundleReader.ReadBundle;
import org.onego.bundle.pack.CompiledBundle.Info;
import org.onego.bundle.pack.ItemReader.ReadItem;

/// Reads one package, file by file.
final class ReadPackage {

    private final String id;
    private final PackageFiles files;
    private final Shared shared;
    private final Findings found;

    ReadPackage(String id, PackageFiles files, Shared shared, Findings found) {
        this.id = id;
        this.files = files;
        this.shared = shared;
        this.found = found;
    }

    PackageResult read() {
        UnreadFiles.warn(id, files, found);
        Optional<Spot> infoFile =
                files.tree(id + "/package.yaml", found)
                        .filter(tree -> FileShape.of("package").fits(tree, found));
        Optional<Info> info = infoFile.map(tree -> InfoReader.read(id, tree, found));
        List<String> folders = files.folders(id + "/items");
        Map<String, ReadItem> items = items(folders);
        Optional<ReadBundle> bundle =
                files.tree(id + "/bundle.yaml", found)
                        .filter(tree -> FileShape.of("bundle").fits(tree, found))
                        .map(tree -> new BundleReader(tree, items, folders, shared, found).read());
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
                        read.notSame(),
                        read.needs(),
                        read.certificates(),
                        read.shared(),
                        read.pages(),
                        read.submitText(),
                        shared.dictionary(),
                        inOrder,
                        tests),
                found.all());
    }

    private Map<String, ReadItem> items(List<String> folders) {
        var forms = new FormReader(files, FileShape.of("form-ui"), shared, found);
        var reader = new ItemReader(files, FileShape.of("item"), forms, shared, found);
        Map<String, ReadItem> items = new LinkedHashMap<>();
        for (String folder : folders) {
            reader.read(id + "/items/" + folder).ifPresent(item -> items.put(folder, item));
        }
        return items;
    }

    private Map<String, Persona> personas(Optional<ReadBundle> bundle, Set<String> items) {
        var reader = new PersonaReader(files, FileShape.of("persona"), shared, found);
        PersonaReader.Known known =
                bundle.map(read ->
                                new PersonaReader.Known(
                                        read.options(),
                                        read.subjects().keySet(),
                                        read.repeated(),
                                        items))
                        .orElse(null);
        Map<String, Persona> personas = new LinkedHashMap<>();
        for (String name : files.names(id + "/personas", ".yaml", found)) {
            reader.read(id + "/personas/" + name + ".yaml", known)
                    .ifPresent(persona -> personas.put(name, persona));
        }
        return personas;
    }

    private List<ExpectedCase> tests(Set<String> items) {
        var reader = new CaseReader(files, FileShape.of("test"), found);
        Set<String> personas = new LinkedHashSet<>(files.names(id + "/personas", ".yaml", found));
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
                        Nearest.advice(name.string(), personas.keySet(), "add it under personas/"));
            }
        }
        ordered.addAll(rest.values());
        return ordered;
    }
}
