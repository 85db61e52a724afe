package org.onego.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.common.engine.api.io.InputStreamProvider;

/// What the process engine does with the same text before it can do anything else.
final class FlowableParse {

    private FlowableParse() {}

    static BpmnModel read(String bpmn) {
        byte[] bytes = bpmn.getBytes(StandardCharsets.UTF_8);
        InputStreamProvider provider = () -> new ByteArrayInputStream(bytes);
        return new BpmnXMLConverter().convertToBpmnModel(provider, false, false);
    }

    static byte[] write(BpmnModel model) {
        return new BpmnXMLConverter().convertToXML(model);
    }
}
