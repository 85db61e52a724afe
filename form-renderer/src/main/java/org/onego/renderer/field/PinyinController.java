package org.onego.renderer.field;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onego.bundle.element.CodeList;
import org.onego.bundle.suggest.Pinyin;
import org.onego.casefile.application.BundleCatalogue;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The pinyin of a code list's names, for the script that searches in long lists. It is fetched
/// when somebody begins to search, not with the page, and says nothing about anybody.
@RestController
class PinyinController {

    private static final CacheControl LONG = CacheControl.maxAge(Duration.ofDays(7)).cachePublic();

    private final BundleCatalogue catalogue;
    private final Pinyin pinyin = new Pinyin(Map.of());

    PinyinController(BundleCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// A line for each code: the code, a tab, the words.
    @GetMapping("/lists/{list}/pinyin")
    ResponseEntity<String> pinyin(@PathVariable String list) {
        Optional<CodeList> found =
                catalogue.all().stream()
                        .flatMap(bundle ->
                                Stream.ofNullable(
                                        bundle.compiled().dictionary().codeLists().get(list)))
                        .findFirst();
        return found.map(codes ->
                        ResponseEntity.ok()
                                .cacheControl(LONG)
                                .contentType(MediaType.TEXT_PLAIN)
                                .body(lines(codes)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private String lines(CodeList list) {
        return list.codes().stream()
                .map(code -> code.code() + "\t" + words(code.name().zh()))
                .collect(Collectors.joining("\n"));
    }

    /// In full and by its initials: `hanzu hz`.
    private String words(String name) {
        return pinyin.letters(name) + " " + pinyin.initials(name);
    }
}
