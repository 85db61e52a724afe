package org.onego.bundle.schema.intersect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The law on the suite's own schemas: an intersection accepts exactly what both accept.
class PairwiseTest {

    /// The groups that are left out, because what they need is outside of what an intersection
    /// reads: custom meta-schemas, a third draft, a remote schema under two addresses, contents as
    /// assertions.
    private static final List<String> EXCLUDED =
            List.of(
                    "draft2020-12/vocabulary: schema that uses custom metaschema with with no validation vocabulary",
                    "draft2020-12/vocabulary: ignore unrecognized optional vocabulary",
                    "draft2020-12/optional/format-assertion: schema that uses custom metaschema with format-assertion: false",
                    "draft2020-12/optional/format-assertion: schema that uses custom metaschema with format-assertion: true",
                    "draft2020-12/optional/cross-draft: refs to historic drafts are processed as historic drafts",
                    "draft2020-12/refRemote: remote HTTP ref with different $id",
                    "draft2020-12/refRemote: remote HTTP ref with different URN $id",
                    "draft7/optional/cross-draft: refs to future drafts are processed as future drafts",
                    "draft7/optional/content: validation of binary string-encoding",
                    "draft7/optional/content: validation of string-encoded content based on media type",
                    "draft7/optional/content: validation of binary-encoded media type documents");

    /// Where a format could decide something that it must not.
    private static final Set<String> VALUES =
            Set.of("format", "const", "enum", "not", "if-then-else", "oneOf", "anyOf", "contains");

    private static List<Suite.Group> groups(Suite.Draft draft, boolean format) {
        return Suite.groups(draft).stream().filter(group -> group.format() == format).toList();
    }

    @ParameterizedTest
    @EnumSource
    void pairsWithinEachFile(Suite.Draft draft) {
        Pairs pairs = new Pairs(false);
        List<Suite.Group> groups = groups(draft, false);
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i;
                    j < groups.size() && groups.get(j).file().equals(groups.get(i).file());
                    j++) {
                pairs.check(groups.get(i), groups.get(j));
            }
        }
        report(draft + " within files", pairs);
    }

    private static void report(String name, Pairs pairs) {
        System.out.println("Measured: intersection of " + name + ": " + pairs.summary());
        pairs.excluded().forEach(each -> System.out.println("  excluded " + each));
        assertThat(pairs.excluded())
                .allSatisfy(each -> assertThat(EXCLUDED).anyMatch(each::startsWith));
        assertThat(pairs.wrong().stream().limit(10).toList()).isEmpty();
        assertThat(pairs.pairs()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void somePairsAcrossFiles(Suite.Draft draft) {
        Pairs pairs = new Pairs(false);
        List<Suite.Group> groups = groups(draft, false);
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 600; i++) {
            pairs.check(
                    groups.get(random.nextInt(groups.size())),
                    groups.get(random.nextInt(groups.size())));
        }
        report(draft + " sample", pairs);
    }

    @ParameterizedTest
    @EnumSource
    void allPairsOfFormats(Suite.Draft draft) {
        Pairs pairs = new Pairs(true);
        List<Suite.Group> groups = groups(draft, true);
        for (Suite.Group a : groups) {
            for (Suite.Group b : groups) {
                pairs.check(a, b);
            }
        }
        report(draft + " formats", pairs);
    }

    /// One intersection, right for who checks formats and for who does not.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pairsWithFormatsForEveryReader(boolean checksFormats) {
        Pairs pairs = new Pairs(checksFormats, Evaluation.withFormatsOrWithout());
        List<Suite.Group> formats =
                Suite.groups(Suite.Draft.DRAFT_2020_12).stream()
                        .filter(group ->
                                checksFormats ? group.format() : group.file().equals("format"))
                        .toList();
        List<Suite.Group> values =
                Suite.groups(Suite.Draft.DRAFT_2020_12).stream()
                        .filter(group -> VALUES.contains(group.file()))
                        .toList();
        for (Suite.Group a : formats) {
            values.forEach(b -> pairs.check(a, b));
        }
        report("for every reader, who checks formats: " + checksFormats, pairs);
    }

    @Test
    void pairsOfBothDrafts() {
        Pairs pairs = new Pairs(false);
        List<Suite.Group> new2020 = groups(Suite.Draft.DRAFT_2020_12, false);
        List<Suite.Group> old = groups(Suite.Draft.DRAFT_07, false);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300; i++) {
            pairs.check(
                    new2020.get(random.nextInt(new2020.size())),
                    old.get(random.nextInt(old.size())));
        }
        report("both drafts, sample", pairs);
    }

    @Tag("full")
    @Test
    void theFullCrossProduct() {
        Pairs pairs = new Pairs(false);
        List<Suite.Group> groups =
                Stream.concat(
                                groups(Suite.Draft.DRAFT_2020_12, false).stream(),
                                groups(Suite.Draft.DRAFT_07, false).stream())
                        .toList();
        for (Suite.Group a : groups) {
            for (Suite.Group b : groups) {
                pairs.check(a, b);
            }
        }
        report("full cross product", pairs);
    }
}
