package org.onego.server.way;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A citizen says that a certificate is wrong, and its issuer answers at the desk; both without
/// scripts.
class IssuerWayTest {

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

    private static Visitor clerk(String account) throws Exception {
        Visitor clerk = new Visitor();
        clerk.open(product.at("/desk/login"));
        clerk.send(
                Objects.requireNonNull(clerk.page().selectFirst("main form")),
                Map.of("username", account, "password", "demo"));
        return clerk;
    }

    @Test
    void theIssuerAnswersWhatACitizenSaysIsWrong() throws Exception {
        Visitor mother = town.readyToSubmit();
        String base = mother.path().replace("/check", "");
        mother.open(product.at(base + "/dispute/mother.person_ethnic"));
        assertThat(mother.page().text()).contains("居民身份证上写的是", "汉族");
        mother.send(
                Objects.requireNonNull(mother.page().selectFirst("main > form")),
                Map.of("mother.person_ethnic", "11", "note", "<b>办证时写错了</b>"));
        assertThat(mother.path()).contains("/p/");
        mother.open(product.at(base + "/check"));
        String number = Town.submit(mother);
        assertThat(number).startsWith("YJS");

        Visitor health = clerk("health");
        health.open(Objects.requireNonNull(health.page().select("tbody a").last()).absUrl("href"));
        assertThat(health.page().select(".notice").text())
                .contains("申请人说有误", "汉族", "满族", "发证部门还没答复");

        Visitor police = clerk("police");
        police.open(product.at("/desk/certificates"));
        assertThat(police.page().select("dd").eachText()).contains("汉族", "满族", "<b>办证时写错了</b>");
        police.send(
                Objects.requireNonNull(police.page().selectFirst("main form")),
                Map.of("answer", "corrected", "words", "已更正"));
        assertThat(police.page().text()).contains("已答复", "没有要核对的证照");

        Visitor tax = clerk("tax");
        tax.open(product.at("/desk/certificates"));
        assertThat(tax.page().text()).contains("没有要核对的证照");
        health.open(product.at(health.path()));
        assertThat(health.page().select(".notice").text()).contains("发证部门已更正", "已更正");
    }
}
