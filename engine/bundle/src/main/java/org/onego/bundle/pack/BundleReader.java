package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Field;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.Choice;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.pack.CompiledBundle.PageSpec;
import org.onego.bundle.pack.CompiledBundle.Role;
import org.onego.bundle.pack.CompiledBundle.Same;
import org.onego.bundle.pack.CompiledBundle.SameField;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.bundle.pack.CompiledBundle.SubjectElement;
import org.onego.bundle.pack.ItemReader.ReadItem;
import tools.jackson.core.JsonPointer;

/// Reads `bundle.yaml`: how the items of a package become one service.
final class BundleReader {

    private static final Text SUBMIT =
            new Text("我承诺以上内容真实。", "I declare that what I stated is true.");

    private final Spot file;
    private final Map<String, ReadItem> items;
    private final Set<String> folders;
    private final Shared shared;
    private final Findings findings;
    private final Set<String> subjects;
    private final Set<String> itemIds = new LinkedHashSet<>();
    private final GuideReader guide;
    private final WhenReader when;

    /// @param items the items that could be read
    /// @param folders all item folders
    BundleReader(
            Spot file,
            Map<String, ReadItem> items,
            Collection<String> folders,
            Shared shared,
            Findings findings) {
        this.file = file;
        this.items = items;
        this.folders = new LinkedHashSet<>(folders);
        this.shared = shared;
        this.findings = findings;
        this.subjects = new LinkedHashSet<>(file.at("subjects").entries().keySet());
        this.guide = new GuideReader(shared, subjects, findings);
        this.when = new WhenReader(shared.schemas(), guide);
        file.at("items").elements().forEach(each -> itemIds.add(each.at("item").string()));
    }

    /// All that `bundle.yaml` says.
    record ReadBundle(
            List<GuideQuestion> guide,
            Map<String, Set<String>> options,
            Map<String, Subject> subjects,
            List<Role> applicant,
            List<BundleItem> items,
            Map<String, Map<String, List<Role>>> roles,
            List<Same> same,
            List<Need> needs,
            List<PageSpec> pages,
            Text submitText) {}

    ReadBundle read() {
        List<GuideQuestion> questions = guide.read(file.at("guide"));
        Text submit = file.at("submitText").textOrNull();
        Map<String, Subject> read = subjects();
        List<Role> applicant =
                file.at("applicant").elements().stream().map(spot -> role(spot, subjects)).toList();
        var result =
                new ReadBundle(
                        questions,
                        guide.options(),
                        read,
                        applicant,
                        items(),
                        new RolesReader(this::role, items, subjects, findings)
                                .read(file.at("roles"), file.at("items")),
                        same(),
                        needs(),
                        pages(),
                        submit == null ? SUBMIT : submit);
        if (!findings.hasErrors()) {
            GuideWalk.check(file, result, findings);
        }
        return result;
    }

    private Map<String, Subject> subjects() {
        Map<String, Subject> read = new LinkedHashMap<>();
        file.at("subjects")
                .entries()
                .forEach((id, spot) -> {
                    Map<String, String> relations = new LinkedHashMap<>();
                    spot.at("relations")
                            .entries()
                            .forEach((relation, subject) -> {
                                known(subject, subjects);
                                relations.put(relation, subject.string());
                            });
                    if (id.equals(CompiledBundle.APPLICANT) || id.equals(CompiledBundle.NOBODY)) {
                        findings.error(
                                spot,
                                "'" + id + "' has a meaning of its own in roles",
                                "give the subject another name");
                    }
                    read.put(
                            id,
                            new Subject(
                                    id,
                                    spot.at("title").text(),
                                    relations,
                                    when.read(spot.at("when"))));
                });
        return read;
    }

    /// A `{subject, when}`, or just a subject.
    private Role role(Spot spot, Set<String> allowed) {
        Spot subject = spot.node().isObject() ? spot.at("subject") : spot;
        known(subject, allowed);
        return new Role(subject.string(), when.read(spot.at("when")));
    }

    private void known(Spot subject, Set<String> allowed) {
        if (!allowed.contains(subject.string())) {
            findings.error(
                    subject,
                    "the bundle has no subject '" + subject.string() + "'",
                    Nearest.advice(subject.string(), allowed, "name it under subjects"));
        }
    }

    private List<BundleItem> items() {
        List<BundleItem> read = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Spot spot : file.at("items").elements()) {
            Spot item = spot.at("item");
            if (!folders.contains(item.string())) {
                findings.error(
                        item,
                        "there is no item '" + item.string() + "'",
                        Nearest.advice(item.string(), folders, "create its folder under items/"));
            } else if (!seen.add(item.string())) {
                findings.error(
                        item, "the item '" + item.string() + "' stands here twice", "keep one");
            }
            Spot choice = spot.at("choice");
            var condition = when.read(spot.at("when"));
            Optional.ofNullable(items.get(item.string()))
                    .ifPresent(each ->
                            read.add(
                                    new BundleItem(
                                            each.item(),
                                            condition,
                                            choice.present()
                                                    ? Choice.valueOf(
                                                            choice.string()
                                                                    .toUpperCase(Locale.ROOT))
                                                    : Choice.REQUIRED)));
        }
        for (String folder : folders) {
            if (!itemIds.contains(folder)) {
                findings.warn(
                        file.at("items"),
                        "the item '" + folder + "' has a folder, but the bundle leaves it out",
                        "add {item: " + folder + "}, or delete the folder");
            }
        }
        return read;
    }

    /// Whether an item of the bundle is named; where its folder couldn't be read, that is said
    /// once.
    private boolean inBundle(Spot spot) {
        if (itemIds.contains(spot.string())) {
            return true;
        }
        findings.error(
                spot,
                "the bundle has no item '" + spot.string() + "'",
                folders.contains(spot.string())
                        ? "add it to items"
                        : Nearest.advice(spot.string(), itemIds, "add it to items"));
        return false;
    }

    private List<Same> same() {
        List<Same> same = new ArrayList<>();
        for (Spot spot : file.at("same").elements()) {
            List<SameField> fields = new ArrayList<>();
            for (Spot field : spot.at("fields").elements()) {
                Spot pointer = field.at("pointer");
                if (inBundle(field.at("item"))) {
                    checkField(field.at("item").string(), pointer);
                }
                fields.add(
                        new SameField(
                                field.at("item").string(),
                                JsonPointer.compile(pointer.string()),
                                field.at("converter").stringOrNull()));
            }
            same.add(new Same(spot.at("title").text(), fields));
        }
        return same;
    }

    private void checkField(String item, Spot pointer) {
        ReadItem read = items.get(item);
        if (read == null) {
            return;
        }
        Set<String> fields = new LinkedHashSet<>();
        for (Field field : read.item().form().fields()) {
            if (field.group() == null) {
                fields.add(field.pointer().toString());
            }
        }
        if (!fields.contains(pointer.string())) {
            findings.error(
                    pointer,
                    "the form of '" + item + "' has no field '" + pointer.string() + "'",
                    Nearest.advice(pointer.string(), fields, "look it up in its form.schema.json"));
        }
    }

    private List<Need> needs() {
        List<Need> needs = new ArrayList<>();
        for (Spot spot : file.at("needs").elements()) {
            boolean both = inBundle(spot.at("item")) & inBundle(spot.at("needs"));
            if (both) {
                needs.add(new Need(spot.at("item").string(), spot.at("needs").string()));
            }
        }
        NeedsCheck.check(file.at("needs"), needs, findings);
        return needs;
    }

    private List<PageSpec> pages() {
        List<PageSpec> pages = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Spot spot : file.at("pages").elements()) {
            if (!ids.add(spot.at("id").string())) {
                findings.error(
                        spot.at("id"),
                        "two pages have the id '" + spot.at("id").string() + "'",
                        "give one of them another id");
            }
            spot.at("subjects").elements().forEach(subject -> known(subject, subjects));
            List<SubjectElement> elements = new ArrayList<>();
            for (Spot each : spot.at("elements").elements()) {
                String subject = each.string().substring(0, each.string().indexOf('/'));
                String element = each.string().substring(subject.length() + 1);
                if (!subjects.contains(subject)) {
                    findings.error(
                            each,
                            "the bundle has no subject '" + subject + "'",
                            Nearest.advice(subject, subjects, "name it under subjects"));
                }
                shared.element(each, element, findings);
                elements.add(new SubjectElement(subject, ElementId.parse(element)));
            }
            pages.add(
                    new PageSpec(
                            spot.at("id").string(),
                            spot.at("title").text(),
                            spot.at("subjects").elements().stream().map(Spot::string).toList(),
                            elements));
        }
        return pages;
    }
}
