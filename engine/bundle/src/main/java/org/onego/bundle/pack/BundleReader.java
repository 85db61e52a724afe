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
import org.onego.bundle.element.Text;
import org.onego.bundle.item.Field;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.Choice;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.bundle.pack.CompiledBundle.Need;
import org.onego.bundle.pack.CompiledBundle.NotSame;
import org.onego.bundle.pack.CompiledBundle.PageSpec;
import org.onego.bundle.pack.CompiledBundle.Readable;
import org.onego.bundle.pack.CompiledBundle.Role;
import org.onego.bundle.pack.CompiledBundle.Same;
import org.onego.bundle.pack.CompiledBundle.SharedStep;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.bundle.pack.ItemReader.ReadItem;
import org.onego.bundle.schema.Condition;

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
    private final BundleNames names;
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
        Set<String> chosen = Set.copyOf(itemIds);
        file.at("shared").elements().forEach(each -> itemIds.add(each.at("step").string()));
        this.names = new BundleNames(subjects, itemIds, chosen, this.folders, items, findings);
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
            List<NotSame> notSame,
            List<Need> needs,
            Readable certificates,
            List<SharedStep> shared,
            List<PageSpec> pages,
            Text submitText) {

        /// The subjects that items ask about in rows.
        Set<String> repeated() {
            Set<String> repeated = new LinkedHashSet<>();
            for (BundleItem each : items) {
                Map<String, List<Role>> own = roles.getOrDefault(each.item().id(), Map.of());
                for (Field field : each.item().form().fields()) {
                    if (field.group() != null) {
                        List<Role> candidates = own.get(field.subject());
                        if (candidates == null) {
                            repeated.add(field.subject());
                        } else {
                            candidates.forEach(role -> repeated.add(role.subject()));
                        }
                    }
                }
            }
            return repeated;
        }
    }

    ReadBundle read() {
        List<GuideQuestion> questions = guide.read(file.at("guide"));
        Text submit = file.at("submitText").textOrNull();
        Map<String, Subject> read = subjects();
        List<Role> applicant =
                file.at("applicant").elements().stream().map(spot -> role(spot, subjects)).toList();
        var links = new LinksReader(names, when, findings);
        List<SharedStep> steps = links.shared(file.at("shared"));
        var result =
                new ReadBundle(
                        questions,
                        guide.options(),
                        read,
                        applicant,
                        withSteps(items(), steps),
                        new RolesReader(this::role, items, subjects, findings)
                                .read(file.at("roles"), file.at("items")),
                        links.same(file.at("same")),
                        links.notSame(file.at("notSame"), file.at("same")),
                        links.needs(file.at("needs"), steps),
                        new ReadableReader(names, shared, findings).read(file.at("certificates")),
                        steps,
                        new PagesReader(names, shared, findings).read(file.at("pages")),
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
                                names.checkSubject(subject);
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
                                    consentBy(spot.at("consentBy")),
                                    when.read(spot.at("when"))));
                });
        return read;
    }

    private List<String> consentBy(Spot spot) {
        return spot.elements().stream()
                .map(subject -> {
                    names.checkSubject(subject);
                    return subject.string();
                })
                .toList();
    }

    /// A `{subject, when}`, or just a subject.
    private Role role(Spot spot, Set<String> allowed) {
        Spot subject = spot.node().isObject() ? spot.at("subject") : spot;
        names.checkSubject(subject, allowed);
        return new Role(subject.string(), when.read(spot.at("when")));
    }

    /// A shared step stands before the first of its items.
    private List<BundleItem> withSteps(List<BundleItem> read, List<SharedStep> steps) {
        List<BundleItem> all = new ArrayList<>(read);
        for (SharedStep step : steps) {
            ReadItem item = items.get(step.step());
            int place = 0;
            while (place < all.size() && !step.items().contains(all.get(place).item().id())) {
                place++;
            }
            if (item != null) {
                all.add(place, new BundleItem(item.item(), Condition.ALWAYS, Choice.REQUIRED));
            }
        }
        return all;
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
}
