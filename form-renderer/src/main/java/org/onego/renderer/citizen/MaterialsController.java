package org.onego.renderer.citizen;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.CertificateType;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.MergedMaterial.Supply;
import org.onego.casefile.CitizenService;
import org.onego.casefile.answers.AttachOutcome;
import org.onego.casefile.answers.FileContent;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.application.Person;
import org.onego.casefile.application.StoredFile;
import org.onego.casefile.submit.MissingMaterials;
import org.onego.renderer.citizen.Applications.Opened;
import org.onego.renderer.frame.ErrorLine;
import org.onego.renderer.frame.Frames;
import org.onego.renderer.frame.Steps;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;

/// The materials: what need not be handed in and why, and uploads for the rest.
@Controller
class MaterialsController {

    private final CitizenService citizens;
    private final Applications applications;
    private final MaterialList materials;
    private final Way way;
    private final Frames frames;
    private final MessageSource messages;

    MaterialsController(
            CitizenService citizens,
            Applications applications,
            MaterialList materials,
            Way way,
            Frames frames,
            MessageSource messages) {
        this.citizens = citizens;
        this.applications = applications;
        this.materials = materials;
        this.way = way;
        this.frames = frames;
        this.messages = messages;
    }

    record SparedLine(String title, String reason) {}

    /// @param preview where a picture is shown, or null for other files
    record FileLine(String id, String name, @Nullable String preview) {}

    /// @param instead why it is asked for although a certificate could replace it, or null
    record WantedView(
            String key,
            String anchor,
            String title,
            boolean required,
            @Nullable String instead,
            @Nullable String error,
            List<FileLine> files) {}

    record MaterialsView(
            Steps steps,
            List<SparedLine> spared,
            List<WantedView> wanted,
            List<ErrorLine> errors,
            String upload,
            String remove,
            String action) {}

    @GetMapping("/a/{id}/materials")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean errors,
            @RequestParam(required = false) @Nullable String problem,
            @RequestParam(required = false) @Nullable String material,
            Person person,
            Model model,
            Locale locale) {
        Opened opened = applications.open(person, id);
        Draft draft = opened.draft();
        List<MergedMaterial> missing = errors ? materials.missing(draft) : List.of();
        List<WantedView> wanted =
                materials.all(draft).stream()
                        .filter(each -> materials.isWanted(each, draft.application()))
                        .map(each ->
                                wanted(
                                        each,
                                        draft,
                                        missing.contains(each)
                                                ? "missing"
                                                : MaterialList.key(each).equals(material)
                                                        ? problem
                                                        : null,
                                        locale))
                        .toList();
        List<SparedLine> spared =
                materials.all(draft).stream()
                        .filter(each -> !materials.isWanted(each, draft.application()))
                        .map(each ->
                                new SparedLine(
                                        title(each, draft, locale),
                                        reason(each.supply(), draft, locale)))
                        .toList();
        List<ErrorLine> lines =
                wanted.stream()
                        .flatMap(each ->
                                each.error() == null
                                        ? java.util.stream.Stream.<ErrorLine>empty()
                                        : java.util.stream.Stream.of(
                                                new ErrorLine(
                                                        "#" + each.anchor(),
                                                        each.title(),
                                                        each.error())))
                        .toList();
        String base = Way.base(draft.application());
        model.addAttribute("frame", frames.citizen(opened.bundle().compiled().info()));
        model.addAttribute(
                "view",
                new MaterialsView(
                        way.steps(draft, "materials"),
                        spared,
                        wanted,
                        lines,
                        base + "/files",
                        base + "/files/remove",
                        base + "/materials"));
        return "citizen/materialsPage";
    }

    @PostMapping("/a/{id}/materials")
    String next(@PathVariable String id, Person person) {
        Draft draft = applications.open(person, id).draft();
        return materials.missing(draft).isEmpty()
                ? "redirect:/a/{id}/check"
                : "redirect:/a/{id}/materials?errors=true";
    }

    @PostMapping("/a/{id}/files")
    String upload(
            @PathVariable String id,
            @RequestParam String material,
            @RequestParam("file") List<MultipartFile> pages,
            Person person)
            throws IOException {
        Draft draft = applications.open(person, id).draft();
        MergedMaterial wanted =
                materials.all(draft).stream()
                        .filter(each -> MaterialList.key(each).equals(material))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        String problem = "";
        for (MultipartFile page : pages) {
            if (problem.isEmpty()) {
                problem = attach(person, id, wanted, page);
            }
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/a/" + id + "/materials")
                        .queryParamIfPresent(
                                "problem", Optional.of(problem).filter(text -> !text.isEmpty()))
                        .queryParamIfPresent(
                                "material",
                                problem.isEmpty() ? Optional.empty() : Optional.of(material))
                        .encode()
                        .toUriString();
    }

    /// What is wrong with the file, or empty.
    private String attach(Person person, String id, MergedMaterial wanted, MultipartFile file)
            throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (InputStream bytes = file.getInputStream()) {
            return switch (Applications.found(
                    citizens.attach(person, id, wanted.code(), wanted.subject(), name, bytes))) {
                case AttachOutcome.Attached(_, _), AttachOutcome.AlreadySubmitted(_) -> "";
                case AttachOutcome.TooLarge(_) -> "too-large";
                case AttachOutcome.TooManyPixels(_) -> "too-many-pixels";
                case AttachOutcome.UnknownKind() -> "unknown-kind";
                case AttachOutcome.Empty() -> "empty";
                case AttachOutcome.TooMany(_) -> "too-many";
                case AttachOutcome.NotAskedFor() -> throw new NotFound();
            };
        }
    }

    /// A page of a document that this person attached, to look at it again.
    @GetMapping("/a/{id}/files/{file}")
    ResponseEntity<InputStreamResource> preview(
            @PathVariable String id, @PathVariable String file, Person person) {
        FileContent content = Applications.found(citizens.file(person, id, file));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().mediaType()))
                .contentLength(content.file().size())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(new InputStreamResource(content.bytes()));
    }

    @PostMapping("/a/{id}/files/remove")
    String remove(@PathVariable String id, @RequestParam String file, Person person) {
        Applications.found(citizens.removeFile(person, id, file));
        return "redirect:/a/{id}/materials";
    }

    private static FileLine line(StoredFile file, Draft draft) {
        return new FileLine(
                file.id(),
                file.name(),
                file.mediaType().startsWith("image/")
                        ? Way.base(draft.application()) + "/files/" + file.id()
                        : null);
    }

    private WantedView wanted(
            MergedMaterial material, Draft draft, @Nullable String problem, Locale locale) {
        List<FileLine> files =
                materials.files(material, draft.application()).stream()
                        .map(each -> line(each.file(), draft))
                        .toList();
        String error =
                problem == null
                        ? null
                        : messages.getMessage(
                                "materials.problem." + problem,
                                null,
                                messages.getMessage("materials.problem.missing", null, locale),
                                locale);
        return new WantedView(
                MaterialList.key(material),
                "m-" + MaterialList.key(material).replace('~', '-'),
                title(material, draft, locale),
                material.required(),
                instead(material, draft, locale),
                error,
                files);
    }

    private @Nullable String instead(MergedMaterial material, Draft draft, Locale locale) {
        if (!(material.supply() instanceof Supply.Certificate(String type))) {
            return null;
        }
        String why =
                MissingMaterials.reason(type, material, draft.application())
                        .map(MaterialsController::instead)
                        .orElse("unread");
        return messages.getMessage(
                "materials.instead." + why,
                new Object[] {certificate(type, draft, locale)},
                locale);
    }

    /// The key of a reason; whatever the source did is one thing to the citizen.
    private static String instead(NoCertificate reason) {
        return switch (reason) {
            case NONE, NOT_YET_VALID -> "none";
            case EXPIRED -> "expired";
            case REVOKED -> "revoked";
            case ANOTHERS,
                    FORGED,
                    TIMEOUT,
                    UNAVAILABLE,
                    RESTING,
                    QUOTA,
                    REFUSED,
                    MALFORMED,
                    TOO_LARGE,
                    NOT_CONFIGURED ->
                    "failed";
        };
    }

    private static String certificate(String type, Draft draft, Locale locale) {
        CertificateType known = draft.bundle().compiled().dictionary().certificateTypes().get(type);
        return known == null ? type : known.title().in(locale);
    }

    /// Whose it is stands behind the title only where two documents have the same one.
    private String title(MergedMaterial material, Draft draft, Locale locale) {
        var subject =
                material.subject() == null
                        ? null
                        : draft.bundle().compiled().subjects().get(material.subject());
        String title = material.title().in(locale);
        boolean ambiguous =
                materials.all(draft).stream()
                                .filter(each -> each.title().in(locale).equals(title))
                                .count()
                        > 1;
        return subject == null || !ambiguous
                ? title
                : messages.getMessage(
                        "materials.of", new Object[] {title, subject.title().in(locale)}, locale);
    }

    private String reason(Supply supply, Draft draft, Locale locale) {
        return switch (supply) {
            case Supply.Certificate(var type) ->
                    messages.getMessage(
                            "materials.by.certificate",
                            new Object[] {certificate(type, draft, locale)},
                            locale);
            case Supply.Produced(var producer) ->
                    messages.getMessage(
                            "materials.by.item",
                            new Object[] {
                                draft.bundle().compiled().item(producer).title().in(locale)
                            },
                            locale);
            case Supply.Generated() -> messages.getMessage("materials.by.system", null, locale);
            case Supply.Upload() -> "";
        };
    }
}
