package org.onego.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onego.adapters.departments.WriteCase;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Item;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.Question;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.Persona;
import org.onego.bundle.property.Choices;
import org.onego.bundle.property.Property;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationEdit;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.BundleVersion;
import org.onego.casefile.application.CaseRecord;
import org.onego.casefile.application.CaseRecord.Handler;
import org.onego.casefile.application.CaseState;
import org.onego.casefile.application.Evidence;
import org.onego.casefile.application.HandedIn;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.StoredFile;
import org.onego.casefile.deadline.Deadlines;
import org.onego.casefile.deadline.WorkingCalendar;
import org.onego.casefile.result.CaseView;
import org.onego.casefile.result.ViewCase;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// Law 8: what a department gets of a case, pushed, polled or at the desk, holds answers and files
/// of its own item, and never one that only other items ask for.
class OwnProjectionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final JsonSchemas SCHEMAS = new JsonSchemas(CLOCK);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Person OWNER = new Person("甲", "130602199503120027", "13800000001");

    /// One bundle, whatever is asked for.
    private record One(PublishedBundle bundle) implements BundleCatalogue {

        @Override
        public Optional<PublishedBundle> newest(String bundleId) {
            return Optional.of(bundle);
        }

        @Override
        public Optional<PublishedBundle> find(BundleVersion version) {
            return Optional.of(bundle);
        }

        @Override
        public List<PublishedBundle> all() {
            return List.of(bundle);
        }
    }

    /// @param application every question that takes free text is answered with a mark of its own,
    ///   and every material handed in under a name of its own
    /// @param marks mark → the items that may see it
    private record Marked(Application application, Map<String, Set<String>> marks) {}

    @ParameterizedTest
    @ValueSource(strings = {"newborn", "catering", "retirement"})
    void aDepartmentSeesItsOwnCaseAlone(String id) {
        CompiledBundle compiled =
                PackageReader.open(Path.of(System.getProperty("onego.root"), "packages"), SCHEMAS)
                        .read(id)
                        .bundle();
        PublishedBundle bundle =
                new PublishedBundle(
                        Objects.requireNonNull(compiled, id + " has mistakes"), SCHEMAS::compile);
        BundleCatalogue catalogue = new One(bundle);
        ViewCase views = new ViewCase(catalogue, new Deadlines(WorkingCalendar::shipped, CLOCK));
        WriteCase write = new WriteCase(catalogue, URI.create("http://localhost"));
        int[] seen = new int[1];
        int[] hidden = new int[1];
        Property.of("own projections of " + id, choices -> marked(bundle, choices))
                .runs(60)
                .holds(marked -> {
                    for (CaseRecord each : marked.application().cases()) {
                        CaseView view = views.view(marked.application(), each, Set.of());
                        String pushed = JSON.writeValueAsString(write.write(view));
                        String desk =
                                view.document()
                                        + view.upstream().toString()
                                        + view.materials()
                                        + view.origins();
                        marked.marks()
                                .forEach((mark, items) -> {
                                    if (items.contains(each.item())) {
                                        seen[0] += pushed.contains(mark) ? 1 : 0;
                                    } else {
                                        hidden[0]++;
                                        assertThat(pushed).as(each.item()).doesNotContain(mark);
                                        assertThat(desk).as(each.item()).doesNotContain(mark);
                                    }
                                });
                    }
                });
        System.out.printf(
                "Measured: %s: %d marks were seen by the items that ask for them, %d were hidden from the others%n",
                id, seen[0], hidden[0]);
        assertThat(seen[0]).as("marks that arrived").isPositive();
        assertThat(hidden[0]).as("marks that were to be hidden").isPositive();
    }

    /// A persona's way through the guide, with any of the items that may be chosen.
    private static Marked marked(PublishedBundle bundle, Choices choices) {
        Persona persona = choices.pick(bundle.compiled().personas());
        Selection selection = selection(bundle, persona, choices);
        MergedForm form = bundle.form(selection);
        GuideAnswers guide = new GuideAnswers(persona.guide(), new HashSet<>(selection.items()));
        Application draft =
                new Application(
                        "application",
                        0,
                        new BundleVersion(
                                bundle.compiled().info().id(), bundle.compiled().info().version()),
                        OWNER,
                        Application.Status.DRAFT,
                        NOW,
                        NOW,
                        new GuideAnswers(Map.of(), null),
                        null,
                        Answers.NONE,
                        Map.of(),
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Evidence.NONE,
                        null,
                        List.of(),
                        List.of(),
                        List.of());
        Map<String, Set<String>> marks = new HashMap<>();
        ApplicationEdit edit = draft.edit(NOW).guide(guide);
        for (Question question : form.questions().values()) {
            if (question.source() instanceof Question.Source.Asked
                    && question.schema().path("type").asString("").equals("string")) {
                String mark = "mark" + (marks.size() + 1) + "x";
                Set<String> items = new HashSet<>();
                question.origins().forEach(origin -> items.add(origin.item()));
                marks.put(mark, items);
                edit.answer(question.id(), StringNode.valueOf(mark));
            }
        }
        List<HandedIn> files = new ArrayList<>();
        for (MergedMaterial material : form.materials()) {
            String mark = "file" + (marks.size() + 1) + "x";
            marks.put(mark, new HashSet<>(material.items()));
            files.add(
                    new HandedIn(
                            material.code(),
                            material.subject(),
                            new StoredFile(mark, mark + ".pdf", "application/pdf", 1, NOW)));
        }
        edit.materials(files);
        List<CaseRecord> cases = new ArrayList<>();
        for (String item : selection.items()) {
            Item found = bundle.compiled().item(item);
            cases.add(
                    CaseRecord.waiting(
                                    "application",
                                    item,
                                    "N" + cases.size(),
                                    found.department().id(),
                                    choices.pick(Handler.values()),
                                    NOW)
                            .became(CaseState.HANDED_OVER, NOW, new Actor.Engine(), null));
        }
        return new Marked(edit.submit(new Application.Submission("YJS", NOW), cases).done(), marks);
    }

    private static Selection selection(PublishedBundle bundle, Persona persona, Choices choices) {
        return switch (bundle.guide(new GuideAnswers(persona.guide(), Set.of()))) {
            case GuideOutcome.Complete(Selection selection) -> selection;
            case GuideOutcome.Choose choose -> {
                Set<String> chosen =
                        new HashSet<>(
                                choices.subset(
                                        choose.choosable().stream()
                                                .map(item -> item.item().id())
                                                .toList()));
                yield switch (bundle.guide(new GuideAnswers(persona.guide(), chosen))) {
                    case GuideOutcome.Complete(Selection selection) -> selection;
                    case GuideOutcome.Choose _, GuideOutcome.Ask _, GuideOutcome.Stopped _ -> {
                        choices.assume(false);
                        throw new IllegalStateException("given up");
                    }
                };
            }
            case GuideOutcome.Ask _, GuideOutcome.Stopped _ -> {
                choices.assume(false);
                throw new IllegalStateException("given up");
            }
        };
    }
}
