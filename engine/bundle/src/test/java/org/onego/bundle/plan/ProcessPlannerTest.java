package org.onego.bundle.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.IOParameter;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.UserTask;
import org.junit.jupiter.api.Test;
import org.onego.bundle.fixture.Bundles;
import org.onego.bundle.item.Handling;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.plan.soundness.Soundness;
import org.onego.bundle.plan.soundness.SoundnessCheck;
import org.onego.bundle.property.Property;
import org.xml.sax.SAXException;

class ProcessPlannerTest {

    private static final ProcessPlan NEWBORN = ProcessPlanner.plan(Bundles.newborn());

    private static final String OWN =
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:me="urn:me" targetNamespace="urn:me">
              <bpmn:collaboration id="c"><bpmn:participant id="p" processRef="me:mine"/></bpmn:collaboration>
              <bpmn:process id="mine" isExecutable="true">
                <bpmn:startEvent id="s"/>
                <bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/>
                <bpmn:endEvent id="e"/>
              </bpmn:process>
              <bpmndi:BPMNDiagram><bpmndi:BPMNPlane id="plane" bpmnElement="mine"/></bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

    @Test
    void everyResourceIsValidBpmn() throws Exception {
        Schema schema = bpmnSchema();
        for (String bpmn : NEWBORN.resources().values()) {
            assertThatCode(() ->
                            schema.newValidator()
                                    .validate(new StreamSource(new StringReader(bpmn))))
                    .as(bpmn)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyResourceIsSound() {
        Property.of("composed processes", ComposeProcessTest::bundle)
                .runs(50)
                .holds(bundle ->
                        assertThat(ProcessPlanner.plan(bundle).resources().values())
                                .allSatisfy(bpmn ->
                                        assertThat(SoundnessCheck.of(bpmn))
                                                .isInstanceOf(Soundness.Sound.class)));
        assertThat(NEWBORN.resources().values())
                .allSatisfy(bpmn ->
                        assertThat(SoundnessCheck.of(bpmn)).isInstanceOf(Soundness.Sound.class));
    }

    @Test
    void oneDeploymentCarriesAllThatIsCalled() {
        assertThat(NEWBORN.resources().keySet())
                .containsExactly(
                        "newborn.bpmn", "onego-standard-item.bpmn", "onego-external-item.bpmn");
        assertThat(NEWBORN.resources()).containsEntry("newborn.bpmn", NEWBORN.bpmn());
        Set<String> keys = new LinkedHashSet<>();
        for (String bpmn : NEWBORN.resources().values()) {
            keys.add(read(bpmn).getMainProcess().getId());
        }
        assertThat(calls(NEWBORN))
                .allMatch(call -> keys.contains(call.getCalledElement()))
                .allMatch(CallActivity::isSameDeployment);
    }

    @Test
    void handlingDecidesWhichProcessIsCalled() {
        assertThat(call("item_birth-certificate").getCalledElement())
                .isEqualTo("onego-standard-item");
        assertThat(call("item_household-registration").getCalledElement())
                .isEqualTo("onego-external-item");
        assertThat(call("item_medical-insurance").getCalledElement())
                .isEqualTo("onego-external-item");
    }

    @Test
    void aCallHandsOverIdsAndTakesTheDecisionBack() {
        CallActivity call = call("item_social-card");
        assertThat(call.getName()).isEqualTo("社会保障卡申领");
        assertThat(call.getBusinessKey()).isEqualTo("${case_social_card}");
        assertThat(call.getInParameters())
                .extracting(ProcessPlannerTest::shown)
                .containsExactly(
                        "applicationId → applicationId",
                        "case_social_card → caseId",
                        "'social-card' → item",
                        "'labour' → department",
                        "'${false}' → accepted",
                        "'${false}' → approved",
                        "'${false}' → correction");
        assertThat(call.getOutParameters())
                .extracting(ProcessPlannerTest::shown)
                .containsExactly("approved → approved_social_card");
        assertThat(NEWBORN.activities()).containsEntry("social-card", List.of("item_social-card"));
    }

    @Test
    void everyVariableOfAnExpressionIsSetAtTheStart() {
        List<String> items = List.copyOf(NEWBORN.activities().keySet());
        Map<String, Object> atStart =
                ProcessVariables.atStart("a-1", items, Map.of("vaccination", "c-1"), Map.of());
        assertThat(atStart)
                .containsEntry("applicationId", "a-1")
                .containsEntry("selected_vaccination", true)
                .containsEntry("case_vaccination", "c-1")
                .containsEntry("selected_social_card", false)
                .containsEntry("case_social_card", "")
                .containsEntry("approved_vaccination", false);
        Matcher expressions = Pattern.compile("\\$\\{([^}]*)}").matcher(NEWBORN.bpmn());
        while (expressions.find()) {
            Matcher names = Pattern.compile("[a-zA-Z_]\\w*").matcher(expressions.group(1));
            while (names.find()) {
                if (!names.group().equals("false")) {
                    assertThat(atStart).containsKey(names.group());
                }
            }
        }
    }

    @Test
    void everyNodeListsItsFlowsAndEverythingIsDrawn() {
        BpmnModel model = read(NEWBORN.bpmn());
        for (FlowNode node : model.getMainProcess().findFlowElementsOfType(FlowNode.class)) {
            assertThat(model.getGraphicInfo(node.getId())).as(node.getId()).isNotNull();
            for (SequenceFlow flow : node.getIncomingFlows()) {
                assertThat(NEWBORN.bpmn()).contains("<incoming>" + flow.getId() + "</incoming>");
            }
            for (SequenceFlow flow : node.getOutgoingFlows()) {
                assertThat(NEWBORN.bpmn()).contains("<outgoing>" + flow.getId() + "</outgoing>");
            }
        }
        for (SequenceFlow flow :
                model.getMainProcess().findFlowElementsOfType(SequenceFlow.class)) {
            assertThat(model.getFlowLocationGraphicInfo(flow.getId()))
                    .as(flow.getId())
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void anItemsOwnProcessGetsAKeyOfTheBundle() throws Exception {
        Item item = Bundles.item("own", "自带流程", "d", new Handling.Hosted(), 1, OWN);
        CompiledBundle bundle = Bundles.of(List.of(item), List.of());
        ProcessPlan plan = ProcessPlanner.plan(bundle);
        assertThat(plan.resources().keySet()).containsExactly("newborn.bpmn", "newborn-own.bpmn");
        String own = Objects.requireNonNull(plan.resources().get("newborn-own.bpmn"));
        assertThat(own)
                .contains("bpmnElement=\"newborn-own\"")
                .contains("processRef=\"newborn-own\"")
                .contains("id=\"newborn-own\"")
                .doesNotContain("mine");
        assertThat(calls(plan))
                .extracting(CallActivity::getCalledElement)
                .containsExactly("newborn-own");
        bpmnSchema().newValidator().validate(new StreamSource(new StringReader(plan.bpmn())));
    }

    @Test
    void theStandardProcessOffersEachStepToTheDepartment() {
        String standard =
                Objects.requireNonNull(NEWBORN.resources().get("onego-standard-item.bpmn"));
        assertThat(read(standard).getMainProcess().findFlowElementsOfType(UserTask.class))
                .hasSize(4)
                .allSatisfy(task ->
                        assertThat(task.getCandidateGroups()).containsExactly("${department}"))
                .extracting(UserTask::getId)
                .containsExactly("accept", "review", "decide", "deliver");
    }

    private static List<CallActivity> calls(ProcessPlan plan) {
        return read(plan.bpmn()).getMainProcess().findFlowElementsOfType(CallActivity.class);
    }

    private static CallActivity call(String id) {
        return calls(NEWBORN).stream()
                .filter(call -> call.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String shown(IOParameter parameter) {
        String from =
                parameter.getSource() == null || parameter.getSource().isEmpty()
                        ? "'" + parameter.getSourceExpression() + "'"
                        : parameter.getSource();
        return from + " → " + parameter.getTarget();
    }

    static BpmnModel read(String bpmn) {
        try {
            return new BpmnXMLConverter()
                    .convertToBpmnModel(
                            XMLInputFactory.newInstance()
                                    .createXMLStreamReader(new StringReader(bpmn)));
        } catch (XMLStreamException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Schema bpmnSchema() throws SAXException {
        URL xsd =
                Objects.requireNonNull(
                        BpmnXMLConverter.class.getResource(
                                "/org/flowable/impl/bpmn/parser/BPMN20.xsd"));
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(xsd);
    }
}
