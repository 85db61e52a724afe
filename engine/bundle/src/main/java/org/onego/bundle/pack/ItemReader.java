package org.onego.bundle.pack;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.OnDispute;
import org.onego.bundle.item.Deadline;
import org.onego.bundle.item.Department;
import org.onego.bundle.item.Field;
import org.onego.bundle.item.Form;
import org.onego.bundle.item.Handling;
import org.onego.bundle.item.Item;

/// Reads one item's folder.
final class ItemReader {

    private static final String TYPES = "gbt39046-item-type";

    private final PackageFiles files;
    private final FileShape shape;
    private final FormReader forms;
    private final Shared shared;
    private final Findings findings;

    ItemReader(
            PackageFiles files,
            FileShape shape,
            FormReader forms,
            Shared shared,
            Findings findings) {
        this.files = files;
        this.shape = shape;
        this.forms = forms;
        this.shared = shared;
        this.findings = findings;
    }

    /// An item and its file, for findings about it.
    record ReadItem(Item item, Spot file) {

        /// The item's own names of whom it is about.
        Set<String> subjects() {
            Set<String> subjects = new LinkedHashSet<>();
            item.form().fields().forEach(field -> subjects.add(field.subject()));
            item.materials().stream()
                    .map(org.onego.bundle.item.Material::about)
                    .forEach(about -> addIfThere(about, subjects));
            item.results().forEach(result -> subjects.addAll(result.produces().keySet()));
            return subjects;
        }

        private static void addIfThere(@Nullable String subject, Set<String> subjects) {
            if (subject != null) {
                subjects.add(subject);
            }
        }
    }

    /// @param folder e.g. `newborn/items/vaccination`
    Optional<ReadItem> read(String folder) {
        int before = findings.errors();
        Optional<Form> form = forms.read(folder);
        Optional<Spot> file =
                files.tree(folder + "/item.yaml", findings)
                        .filter(tree -> shape.fits(tree, findings));
        Optional<String> process = ProcessFile.read(folder + "/process.bpmn", files, findings);
        if (form.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        Spot tree = file.get();
        Item item = item(folder, tree, form.get(), process.orElse(null));
        return findings.errors() > before
                ? Optional.empty()
                : Optional.of(new ReadItem(item, tree));
    }

    private Item item(String folder, Spot tree, Form form, @Nullable String process) {
        Spot id = tree.at("id");
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        if (!id.string().equals(name)) {
            findings.error(
                    id,
                    "the id '" + id.string() + "' is not the folder's name",
                    "write '" + name + "', or rename the folder");
        }
        Set<String> subjects = new LinkedHashSet<>();
        form.fields().stream().map(Field::subject).forEach(subjects::add);
        var materials = new MaterialsReader(shared, form, subjects, findings);
        Spot department = tree.at("department");
        Spot onDispute = tree.at("onDispute");
        Spot fee = tree.at("fee").at("amount");
        return new Item(
                name,
                tree.at("title").text(),
                tree.at("code").stringOrNull(),
                type(tree.at("type")),
                Item.Kind.valueOf(tree.at("kind").string().toUpperCase(Locale.ROOT)),
                new Department(
                        department.at("id").string(),
                        department.at("name").string(),
                        department.at("code").stringOrNull()),
                handling(tree.at("handling")),
                deadline(tree.at("deadline")),
                fee.present() ? fee.node().decimalValue() : java.math.BigDecimal.ZERO,
                materials.materials(tree.at("materials")),
                materials.results(tree.at("results")),
                form,
                onDispute.present()
                        ? OnDispute.valueOf(onDispute.string().toUpperCase(Locale.ROOT))
                        : null,
                process);
    }

    private String type(Spot spot) {
        var types = shared.dictionary().codeLists().get(TYPES);
        if (types != null && types.find(spot.string()).isEmpty()) {
            findings.error(
                    spot,
                    "'" + spot.string() + "' is no code of " + TYPES,
                    "use a code of codes/" + TYPES + ".csv");
        }
        return spot.string();
    }

    private static Handling handling(Spot spot) {
        return switch (spot.at("mode").string()) {
            case "push" -> new Handling.Push(spot.at("endpoint").string());
            case "pull" -> new Handling.Pull();
            default -> new Handling.Hosted();
        };
    }

    private Deadline deadline(Spot spot) {
        int legal = spot.at("legal").node().intValue();
        int promised = spot.at("promised").node().intValue();
        if (promised > legal) {
            findings.error(
                    spot.at("promised"),
                    "the promised time of " + promised + " days is longer than the legal " + legal,
                    "promise at most " + legal + " working days");
        }
        return new Deadline(legal, promised);
    }
}
