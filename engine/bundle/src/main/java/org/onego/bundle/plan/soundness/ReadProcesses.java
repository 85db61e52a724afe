package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Elements of a BPMN file → one graph for each process in it that has anything drawn in it.
final class ReadProcesses {

    /// @param invalid why no graph can be made; empty when there are graphs
    record Result(List<ProcessGraph> graphs, List<String> invalid) {}

    private ReadProcesses() {}

    static Result of(XmlElement definitions) {
        Map<String, String> codes = new HashMap<>();
        definitions.all("error").forEach(e -> codes.put(e.attribute("id"), code(e, "errorCode")));
        definitions
                .all("escalation")
                .forEach(e -> codes.put(e.attribute("id"), code(e, "escalationCode")));
        List<String> invalid = new ArrayList<>();
        List<ProcessGraph> graphs = new ArrayList<>();
        for (XmlElement process : definitions.all("process").toList()) {
            ProcessGraph graph = new ReadProcess(process, codes, invalid).read();
            if (!graph.nodes().isEmpty()) {
                graphs.add(graph);
            }
        }
        if (graphs.isEmpty() && invalid.isEmpty()) {
            invalid.add("has no process with anything drawn in it");
        }
        graphs.forEach(graph -> CheckShape.of(graph, invalid));
        return new Result(graphs, invalid);
    }

    /// An error without a code of its own is told apart by its id.
    private static String code(XmlElement element, String attribute) {
        String code = element.attribute(attribute);
        return code.isEmpty() ? element.attribute("id") : code;
    }
}
