package org.onego.renderer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text exists in every language, every text that is used exists, and none is left over.
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([\\w.-]+)");
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");
    private static final Pattern PREFIX_IN_CODE =
            Pattern.compile("\"([a-z][\\w-]*\\.(?:[\\w-]+\\.)*)\" *\\+");

    @Test
    void everyLanguageHasTheSameKeys() throws IOException {
        assertThat(keys("messages_en.properties")).isEqualTo(keys("messages.properties"));
    }

    @Test
    void everyUsedKeyExists() throws IOException {
        Set<String> used = find(IN_TEMPLATE, RESOURCES.resolve("templates"));
        assertThat(keys("messages.properties")).containsAll(used);
    }

    @Test
    void noKeyIsLeftOver() throws IOException {
        Path code = Path.of("src/main/java");
        Set<String> used = find(IN_TEMPLATE, RESOURCES.resolve("templates"));
        used.addAll(find(IN_CODE, code));
        Set<String> prefixes = find(PREFIX_IN_CODE, code);
        Set<String> unused =
                keys("messages.properties").stream()
                        .filter(key -> !used.contains(key))
                        .filter(key -> prefixes.stream().noneMatch(key::startsWith))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).as("keys that nothing uses").isEmpty();
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static Set<String> find(Pattern pattern, Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }
}
