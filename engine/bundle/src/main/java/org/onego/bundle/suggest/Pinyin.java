package org.onego.bundle.suggest;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How Chinese sounds, in letters without tones: fields are often named by it, and a word written
/// with a wrong character sounds like the right one. Thread-safe.
public final class Pinyin {

    private final Transliterator toLatin = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    private final Map<Integer, String> known = new ConcurrentHashMap<>();
    private final Map<String, String> readings;

    /// @param readings word → its syllables, where a character sounds otherwise than it mostly does
    public Pinyin(Map<String, String> readings) {
        this.readings = Map.copyOf(readings);
    }

    /// `出生日期` → `csrq`.
    public String initials(String text) {
        StringBuilder initials = new StringBuilder();
        for (String syllable : syllables(text)) {
            initials.append(syllable.charAt(0));
        }
        return initials.toString();
    }

    /// `出生日期` → `chushengriqi`.
    public String letters(String text) {
        return String.join("", syllables(text));
    }

    private List<String> syllables(String text) {
        String reading = readings.get(text);
        if (reading != null) {
            return List.of(reading.split(" "));
        }
        List<String> syllables = new ArrayList<>();
        text.codePoints()
                .mapToObj(character -> known.computeIfAbsent(character, this::read))
                .filter(syllable -> !syllable.isEmpty())
                .forEach(syllables::add);
        return syllables;
    }

    private synchronized String read(int character) {
        return toLatin.transliterate(Character.toString(character))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
