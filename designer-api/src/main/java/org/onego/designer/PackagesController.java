package org.onego.designer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.FormRequest;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.element.Text;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.GuideOption;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.bundle.suggest.Suggest;
import org.onego.bundle.suggest.SuggestionsJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The published packages, read-only: what they are, the merged form of a selection as JSON Schema
/// 2020-12 with a JSON Forms UI schema, and the combined process. All of it is as public as a
/// service guide; nothing personal passes here.
@RestController
class PackagesController {

    private final PackageShelf shelf;

    PackagesController(PackageShelf shelf) {
        this.shelf = shelf;
    }

    record ItemLine(String id, Text title, String department) {}

    record PackageLine(String id, String version, Text title, List<ItemLine> items) {}

    /// What the guide's answers lead to.
    ///
    /// @param next the guide question that is still open, or null when the form is there
    /// @param options the values that lead on from there
    /// @param schema of the answers, or null while a question is open
    record FormAnswer(
            @Nullable String next,
            List<String> options,
            List<String> items,
            @Nullable JsonNode schema,
            @Nullable JsonNode uiSchema) {}

    record ApiProblem(String problem) {}

    @GetMapping("/api/packages")
    List<PackageLine> all() {
        return shelf.served().stream().map(bundle -> line(bundle.compiled())).toList();
    }

    @GetMapping(value = "/api/packages/{id}/process.bpmn", produces = "application/xml")
    String process(@PathVariable String id) {
        return bundle(id).process().bpmn();
    }

    @GetMapping(value = "/api/packages/{id}/process.svg", produces = "image/svg+xml")
    String picture(@PathVariable String id, Locale locale) {
        PublishedBundle bundle = bundle(id);
        List<String> items =
                bundle.compiled().items().stream().map(each -> each.item().id()).toList();
        return bundle.picture(items, Map.of(), locale);
    }

    /// Which fields of the package's items may be one question, and which may be an element.
    @GetMapping("/api/packages/{id}/suggestions")
    JsonNode suggestions(@PathVariable String id) {
        return SuggestionsJson.of(Suggest.of(bundle(id).compiled()));
    }

    /// The merged form for these answers of the guide, with the items that are not merely optional.
    ///
    /// @param answers guide question → value and repeated subject → how many, as query parameters;
    ///   `items` names exactly the items that are wanted, separated by commas
    @GetMapping("/api/packages/{id}/form")
    FormAnswer form(
            @PathVariable String id, @RequestParam Map<String, String> answers, Locale locale) {
        PublishedBundle bundle = bundle(id);
        Map<String, String> guide = new LinkedHashMap<>(answers);
        guide.remove("lang");
        String wanted = guide.remove("items");
        List<String> items = wanted == null ? null : List.of(wanted.split(","));
        GuideAnswers told = told(bundle.compiled(), guide);
        return switch (new FormRequest(told, items).find(bundle)) {
            case FormRequest.Outcome.Found(Selection selection) ->
                    merged(bundle, selection, locale);
            case FormRequest.Outcome.NoForm no ->
                    switch (bundle.guideAsUsual(told)) {
                        case GuideOutcome.Ask(var question) -> open(question);
                        case GuideOutcome.Stopped(var question, _) -> open(question);
                        case GuideOutcome.Choose _, GuideOutcome.Complete _ ->
                                throw new WrongRequest(no.toString());
                    };
        };
    }

    /// What isn't a guide question may be a repeated subject, with how many there are of it.
    private static GuideAnswers told(CompiledBundle bundle, Map<String, String> parameters) {
        Map<String, String> guide = new LinkedHashMap<>(parameters);
        Map<String, Integer> rows = new LinkedHashMap<>();
        parameters.forEach((key, value) -> {
            boolean asked = bundle.guide().stream().anyMatch(each -> each.id().equals(key));
            if (!asked && bundle.subjects().containsKey(key) && value.matches("[0-9]{1,3}")) {
                rows.put(key, Integer.parseInt(value));
                guide.remove(key);
            }
        });
        return new GuideAnswers(guide, null, rows);
    }

    private static FormAnswer open(GuideQuestion question) {
        List<String> options =
                question.options().stream()
                        .filter(option -> option.stop() == null)
                        .map(GuideOption::value)
                        .toList();
        return new FormAnswer(question.id(), options, List.of(), null, null);
    }

    private static FormAnswer merged(PublishedBundle bundle, Selection selection, Locale locale) {
        MergedForm form = bundle.form(selection);
        return new FormAnswer(
                null,
                List.of(),
                selection.items(),
                bundle.schema(form, locale),
                bundle.layout(form, locale));
    }

    private PublishedBundle bundle(String id) {
        return shelf.find(id).orElseThrow(() -> new NoSuchPackage(id));
    }

    private static PackageLine line(CompiledBundle bundle) {
        return new PackageLine(
                bundle.info().id(),
                bundle.info().version(),
                bundle.info().title(),
                bundle.items().stream()
                        .map(BundleItem::item)
                        .map(item ->
                                new ItemLine(item.id(), item.title(), item.department().name()))
                        .toList());
    }

    private static final class NoSuchPackage extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoSuchPackage(String id) {
            super("there is no published package '" + id + "'; GET /api/packages lists them");
        }
    }

    private static final class WrongRequest extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongRequest(String message) {
            super(message);
        }
    }

    @ExceptionHandler(WrongRequest.class)
    ResponseEntity<ApiProblem> wrong(WrongRequest wrong) {
        return ResponseEntity.badRequest().body(new ApiProblem(String.valueOf(wrong.getMessage())));
    }

    @ExceptionHandler(NoSuchPackage.class)
    ResponseEntity<ApiProblem> notFound(NoSuchPackage missing) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(new ApiProblem(String.valueOf(missing.getMessage())));
    }
}
