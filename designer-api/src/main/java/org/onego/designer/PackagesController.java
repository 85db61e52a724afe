package org.onego.designer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.element.Text;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.rule.FormRules;
import org.onego.bundle.rule.MergedSchema;
import org.onego.bundle.rule.MergedUi;
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
    /// @param schema of the answers, or null while a question is open
    record FormAnswer(
            @Nullable String next,
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
    /// @param answers guide question → value, as query parameters
    @GetMapping("/api/packages/{id}/form")
    FormAnswer form(
            @PathVariable String id, @RequestParam Map<String, String> answers, Locale locale) {
        PublishedBundle bundle = bundle(id);
        return switch (bundle.guideAsUsual(new GuideAnswers(answers, null))) {
            case GuideOutcome.Ask(var question) -> open(question.id());
            case GuideOutcome.Stopped(var question, _) -> open(question.id());
            case GuideOutcome.Choose(var given, _) ->
                    new FormAnswer(
                            null,
                            given.stream().map(BundleItem::item).map(item -> item.id()).toList(),
                            null,
                            null);
            case GuideOutcome.Complete(Selection selection) -> merged(bundle, selection, locale);
        };
    }

    private static FormAnswer open(String question) {
        return new FormAnswer(question, List.of(), null, null);
    }

    private static FormAnswer merged(PublishedBundle bundle, Selection selection, Locale locale) {
        MergedForm form = bundle.form(selection);
        FormRules rules = bundle.rules(form);
        Map<String, Text> subjects = new LinkedHashMap<>();
        bundle.compiled().subjects().forEach((id, subject) -> subjects.put(id, subject.title()));
        return new FormAnswer(
                null,
                selection.items(),
                MergedSchema.of(form, rules),
                MergedUi.of(form, rules, subjects, locale));
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

    @ExceptionHandler(NoSuchPackage.class)
    ResponseEntity<ApiProblem> notFound(NoSuchPackage missing) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(new ApiProblem(String.valueOf(missing.getMessage())));
    }
}
