package org.onego.bundle.plan.soundness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Messages between two processes of one file. Each process is judged alone, so whether one waits
/// for what the other never sends stays undecided.
final class Talk {

    private Talk() {}

    static List<Soundness.Unsupported> between(XmlElement definitions, List<ProcessGraph> graphs) {
        Map<String, String> processOf = new HashMap<>();
        for (ProcessGraph graph : graphs) {
            processOf.put(graph.id(), graph.id());
            graph.nodes().forEach(node -> processOf.put(node.step().id(), graph.id()));
        }
        List<XmlElement> collaborations = definitions.all("collaboration").toList();
        for (XmlElement collaboration : collaborations) {
            collaboration
                    .all("participant")
                    .filter(pool -> processOf.containsKey(local(pool, "processRef")))
                    .forEach(
                            pool -> processOf.put(pool.attribute("id"), local(pool, "processRef")));
        }
        return collaborations.stream()
                .flatMap(collaboration -> collaboration.all("messageFlow"))
                .filter(flow -> {
                    String source = processOf.get(local(flow, "sourceRef"));
                    String target = processOf.get(local(flow, "targetRef"));
                    return source != null && target != null && !source.equals(target);
                })
                .map(flow ->
                        new Soundness.Unsupported(
                                "messages between two processes", flow.attribute("id")))
                .toList();
    }

    private static String local(XmlElement element, String attribute) {
        String reference = element.attribute(attribute);
        return reference.substring(reference.indexOf(':') + 1);
    }
}
