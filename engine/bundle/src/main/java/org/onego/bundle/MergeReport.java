package org.onego.bundle;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Text;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.pack.Persona;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What merging the items' forms comes to for one persona: for staff to read, or for programs.
public record MergeReport(PublishedBundle bundle, PersonaRun run) {

    /// Somebody without a certificate or an answer.
    private static final Persona ANYBODY =
            new Persona(
                    "",
                    new Text("任何人", "Anybody"),
                    new Persona.Person("", "", ""),
                    Map.of(),
                    null,
                    List.of(),
                    Map.of(),
                    List.of());

    /// @param persona the id of a persona; null for the package's first one, or for nobody in
    ///   particular where it has none
    /// @param clock when the persona applies
    /// @return empty when there is no such persona, or the guide doesn't lead it to a form
    public static Optional<MergeReport> of(
            PublishedBundle bundle, @Nullable String persona, InstantSource clock) {
        List<Persona> personas = bundle.compiled().personas();
        if (persona == null && personas.isEmpty()) {
            return GuideWays.of(bundle, 1).selections().stream()
                    .findFirst()
                    .map(selection -> of(bundle, null, selection, Map.of(), clock));
        }
        return personas.stream()
                .filter(each -> persona == null || each.id().equals(persona))
                .findFirst()
                .flatMap(each -> PersonaRun.of(bundle, each, clock))
                .map(run -> new MergeReport(bundle, run));
    }

    /// @param persona for whom; null for nobody in particular
    /// @param said what is answered to questions of the form, whatever the persona would type
    public static MergeReport of(
            PublishedBundle bundle,
            @Nullable Persona persona,
            Selection selection,
            Map<QuestionId, JsonNode> said,
            InstantSource clock) {
        PersonaRun run =
                PersonaRun.of(bundle, persona == null ? ANYBODY : persona, selection, said, clock);
        return new MergeReport(bundle, run);
    }

    public Summary summary() {
        return Summary.of(bundle, run);
    }

    /// For a terminal.
    public String text(Locale locale) {
        return new MergeText(this, locale).text();
    }

    /// For programs: `summary`, `items`, `questions`, `materials`, `conflicts`, `schema` (JSON
    /// Schema 2020-12 of the answers) and `uiSchema` (JSON Forms).
    public ObjectNode json(Locale locale) {
        return new MergeJson(this, locale).json();
    }
}
