package org.onego.server.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people and their phones do wrong, without scripts: nothing is lost, nothing happens twice,
/// and the page says what to do next.
class BadInputTest {

    private static RunningProduct product;
    private static Town town;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        product = RunningProduct.start(data);
        town = new Town(product.simulatorsPort(), product.at(""));
    }

    @AfterAll
    static void stop() throws IOException {
        product.close();
    }

    @Test
    void anUnknownAddressGetsAPageThatHelps() throws Exception {
        Visitor visitor = new Visitor();
        visitor.open(product.at("/no/such/page"));
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.page().text()).contains("没有这个页面", "回到冀时办");
    }

    @Test
    void pagesOpenOnlyForSomebodyWhoCameThroughTheHost() throws Exception {
        Visitor visitor = new Visitor();
        for (String path :
                List.of(
                        "/s/newborn",
                        "/jsb/newborn",
                        "/jsb/newborn?accessLink=invented",
                        "/a/someone/check")) {
            visitor.open(product.at(path));
            assertThat(visitor.status()).as(path).isEqualTo(401);
            assertThat(visitor.page().text()).contains("请从冀时办打开");
        }
    }

    @Test
    void aWrongAnswerComesBackBesideItsQuestionAndNothingIsLost() throws Exception {
        Visitor visitor = town.readyToSubmit();
        visitor.open(visitor.page().select("a[href*=/p/child]").attr("abs:href"));
        String name = visitor.page().select("main form input[type=text]").attr("name");
        String right = visitor.page().select("[name=" + name + "]").attr("value");
        visitor.send(Town.form(visitor), Map.of(name, "Wang1"));

        assertThat(visitor.page().select("#errors li")).isNotEmpty();
        assertThat(visitor.page().select("[name=" + name + "]").attr("value")).isEqualTo("Wang1");
        assertThat(visitor.page().select(".field:has([name=" + name + "]) .error").text())
                .isNotEmpty();
        assertThat(visitor.page().select("#errors a").eachAttr("href"))
                .allMatch(href -> visitor.page().select(href).size() == 1);

        visitor.send(Town.form(visitor), Map.of(name, right));
        assertThat(visitor.path()).endsWith("/check");
    }

    @Test
    void aForgedValueForALockedQuestionChangesNothing() throws Exception {
        Visitor visitor = town.readyToSubmit();
        String before = visitor.page().select("dl.answers").text();
        String check = visitor.path();
        Element change = visitor.page().select("a[href*=/p/mother]").first();
        visitor.open(change == null ? product.at(check) : change.absUrl("href"));
        visitor.send(
                Town.form(visitor),
                Map.of("mother.person_name", "别人", "mother.person_idNo", "130602199001010011"));
        visitor.open(product.at(check));
        assertThat(visitor.page().select("dl.answers").text()).isEqualTo(before);
    }

    @Test
    void whatBelongsToSomebodyElseDoesNotExist() throws Exception {
        String path = town.readyToSubmit().path();
        Visitor stranger = town.enter("father-applying");
        stranger.open(product.at(path));
        assertThat(stranger.status()).isEqualTo(404);
    }

    @Test
    void pressingTheButtonManyTimesMakesOneApplication() throws Exception {
        List<String> before = town.submitted();
        Visitor visitor = town.readyToSubmit();
        try (var presses = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> press = () -> Town.submit(visitor.twin());
            List<Future<String>> numbers =
                    presses.invokeAll(Stream.generate(() -> press).limit(8).toList());
            String first = numbers.getFirst().get();
            for (Future<String> number : numbers) {
                assertThat(number.get()).isEqualTo(first);
            }
            assertThat(town.submitted()).hasSize(before.size() + 1).contains(first);
        }
    }
}
