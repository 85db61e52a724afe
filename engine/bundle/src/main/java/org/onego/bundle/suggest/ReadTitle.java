package org.onego.bundle.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.suggest.Words.Word;

/// Reads a Chinese title: 父亲的身份证号（必填） asks for the 证件号码 of the 父亲. A title may offer several
/// readings: 申请人姓名/名称.
final class ReadTitle {

    private static final Pattern ASIDE = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern RELATION = Pattern.compile("(.*?)[与和同](.+?)的?关系");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /// What somebody is asked for where a title names nothing but the person.
    private static final String NAME = "姓名";

    private final Words words;

    ReadTitle(Words words) {
        this.words = words;
    }

    static boolean isChinese(String title) {
        return CHINESE.matcher(title).find();
    }

    List<Meaning> read(String title) {
        String text = Words.clean(title);
        List<Meaning> meanings = new ArrayList<>();
        List<String> asides = new ArrayList<>();
        Matcher aside = ASIDE.matcher(text);
        while (aside.find()) {
            asides.add(aside.group(1));
        }
        String main = ASIDE.matcher(text).replaceAll("");
        String person = null;
        for (String part : main.split("[/或]")) {
            Meaning meaning = one(part, person);
            if (meaning != null) {
                person = meaning.person();
                meanings.add(meaning);
            }
        }
        for (String part :
                asides.stream().flatMap(each -> List.of(each.split("/")).stream()).toList()) {
            Meaning other = one(part, null);
            if (other == null || meanings.isEmpty()) {
                continue;
            }
            Meaning first = meanings.getFirst();
            boolean onlyPerson = words.chinese(part) instanceof Word word && word.person();
            if (onlyPerson) {
                meanings.add(
                        new Meaning(
                                first.what(), other.person(), first.wide(), first.known(), false));
            } else if (other.person() == null && other.known() && !other.wide()) {
                meanings.add(new Meaning(other.what(), first.person(), false, true, false));
            }
        }
        return meanings.stream().distinct().toList();
    }

    /// @param before the person that an earlier alternative named
    private @Nullable Meaning one(String text, @Nullable String before) {
        Matcher relation = RELATION.matcher(text);
        if (relation.matches()) {
            Word to = words.chinese(relation.group(2));
            String other = to == null ? relation.group(2) : to.canonical();
            Meaning own = relation.group(1).isEmpty() ? null : one(relation.group(1), null);
            return new Meaning(
                    "与" + other + "关系", own == null ? before : own.person(), false, true, false);
        }
        String person = null;
        boolean asking = false;
        boolean known = true;
        boolean wide = true;
        StringBuilder what = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            String piece = next(text, at);
            at += piece.length();
            Word word = words.chinese(piece);
            if (word != null && word.person() && !asking) {
                person = word.canonical();
            } else if (word != null) {
                what.append(word.canonical());
                wide &= word.wide();
                asking = true;
            } else if (!words.isFiller(piece)) {
                what.append(piece);
                asking = true;
                known = false;
                wide = false;
            }
        }
        if (person == null) {
            person = before;
        }
        if (asking) {
            return new Meaning(what.toString(), person, wide, known, false);
        }
        return person == null ? null : new Meaning(NAME, person, false, true, false);
    }

    /// The longest word that begins here, or one character.
    private String next(String text, int at) {
        for (int length = Math.min(words.longest(), text.length() - at); length > 1; length--) {
            String piece = text.substring(at, at + length);
            if (words.chinese(piece) != null || words.isFiller(piece)) {
                return piece;
            }
        }
        return text.substring(at, at + 1);
    }
}
