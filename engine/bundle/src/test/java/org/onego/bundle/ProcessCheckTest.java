package org.onego.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.item.Handling;
import org.onego.bundle.pack.Finding;

class ProcessCheckTest {

    private static final String PROCESS =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:me">
              <process id="mine" isExecutable="true">
                <startEvent id="s"/>
                <sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                <userTask id="t" name="受理"/>
                <sequenceFlow id="g" sourceRef="t" targetRef="e"/>
                <endEvent id="e"/>
              </process>
            </definitions>
            """;

    @Test
    void aSoundProcessOfPeopleIsRight() {
        assertThat(findings(PROCESS)).isEmpty();
    }

    @Test
    void anUnsoundOneIsShownWithItsPath() {
        assertThat(findings(PROCESS.replace("targetRef=\"t\"", "targetRef=\"e\"")))
                .singleElement()
                .asString()
                .startsWith("ERROR newborn/items/own/process.bpmn")
                .contains("unsound");
    }

    @Test
    void codeIsRefused() {
        assertThat(findings(PROCESS.replace("userTask", "serviceTask")))
                .anyMatch(finding -> finding.message().contains("would run code"));
        assertThat(findings(PROCESS.replace("name=\"受理\"", "name=\"${execution.getId()}\"")))
                .anyMatch(finding -> finding.message().contains("calls something"));
    }

    private static List<Finding> findings(String process) {
        return ProcessCheck.findings(
                Bundles.of(
                        List.of(Bundles.item("own", "自带", "d", new Handling.Hosted(), 1, process)),
                        List.of()));
    }
}
