package org.onego.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.onego.casefile.application.Consent;

/// The record says which version of the texts somebody agreed to, so the texts of a version must
/// not change.
class ConsentWordingTest {

    private static final String VERSION = "1";
    private static final String TEXTS = "2ef569b3dc53c678";

    private static String fingerprint() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String file : List.of("messages.properties", "messages_en.properties")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
                texts.load(reader);
            }
            var sorted = new TreeMap<Object, Object>(texts);
            sorted.keySet()
                    .removeIf(key ->
                            !key.toString().startsWith("consent.")
                                    && !key.toString().startsWith("authorisation."));
            digest.update(sorted.toString().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    @Test
    void whoeverChangesWhatPeopleAgreeToCountsTheVersionUp()
            throws IOException, NoSuchAlgorithmException {
        assertThat(List.of(Consent.WORDING, fingerprint()))
                .as(
                        "The texts of consent or authorisation are others: count Consent.WORDING up, and write both here")
                .containsExactly(VERSION, TEXTS);
    }
}
