package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One `<process>` → its graph. What doesn't fit together is added to `invalid`; what can't be
/// decided is kept in the graph as unsupported.
final class ReadProcess {

    private static final Set<String> TASKS =
            Set.of(
                    "task",
                    "userTask",
                    "serviceTask",
                    "scriptTask",
                    "businessRuleTask",
                    "sendTask",
                    "receiveTask",
                    "manualTask",
                    "callActivity");

    /// Stand in a process without being passed by a token.
    private static final Set<String> ASIDE =
            Set.of(
                    "sequenceFlow",
                    "documentation",
                    "laneSet",
                    "dataObject",
                    "dataObjectReference",
                    "dataStoreReference",
                    "textAnnotation",
                    "association",
                    "group",
                    "ioSpecification",
                    "ioBinding",
                    "property",
                    "auditing",
                    "monitoring",
                    "category",
                    "incoming",
                    "outgoing",
                    "resourceRole",
                    "performer",
                    "humanPerformer",
                    "potentialOwner",
                    "correlationSubscription",
                    "supports",
                    "supportedInterfaceRef",
                    "dataInputAssociation",
                    "dataOutputAssociation",
                    "standardLoopCharacteristics",
                    "multiInstanceLoopCharacteristics");

    private final XmlElement process;
    private final ReadEvent events;
    private final List<String> invalid;

    private final List<ProcessGraph.Scope> scopes = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<ProcessGraph.Flow> flows = new ArrayList<>();
    private final List<Soundness.Unsupported> unsupported = new ArrayList<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>();
    private final Map<Integer, String> attachedTo = new HashMap<>();

    ReadProcess(XmlElement process, Map<String, String> codes, List<String> invalid) {
        this.process = process;
        this.events = new ReadEvent(codes, unsupported);
        this.invalid = invalid;
    }

    ProcessGraph read() {
        scope(process, -1, -1);
        attach();
        flows(process);
        return ProcessGraph.of(process.attribute("id"), scopes, nodes, flows, unsupported);
    }

    private int scope(XmlElement container, int node, int parent) {
        int scope = scopes.size();
        scopes.add(new ProcessGraph.Scope(scope, node, parent));
        for (XmlElement child : container.children()) {
            if (!ASIDE.contains(child.name())) {
                node(child, scope);
            }
        }
        return scope;
    }

    private void node(XmlElement e, int scope) {
        int index = nodes.size();
        String id = e.attribute("id").isEmpty() ? e.name() + "#" + index : e.attribute("id");
        Step step = new Step(id, e.name(), e.attribute("name"), "");
        if (byId.putIfAbsent(id, index) != null) {
            invalid.add("has two elements with the id '" + id + "'");
            return;
        }
        if (!e.attribute("default").isEmpty()) {
            defaults.put(id, e.attribute("default"));
        }
        if (e.flag("isForCompensation", false)) {
            unsupported.add(new Soundness.Unsupported("compensation", id));
        }
        nodes.add(new Node.Activity(index, step, scope, -1));
        if (!TASKS.contains(e.name())) {
            nodes.set(index, other(e, index, step, scope));
        } else if (e.flag("instantiate", false)) {
            unsupported.add(
                    new Soundness.Unsupported("a receive task that starts the process", id));
        }
    }

    private Node other(XmlElement e, int index, Step step, int scope) {
        return switch (e.name()) {
            case "subProcess", "transaction" -> {
                int inner = scope(e, index, scope);
                yield e.flag("triggeredByEvent", false)
                        ? new Node.Handler(index, step, scope, inner)
                        : new Node.Activity(index, step, scope, inner);
            }
            case "exclusiveGateway" -> new Node.Gateway(index, step, scope, Node.Routing.ONE);
            case "parallelGateway" -> new Node.Gateway(index, step, scope, Node.Routing.ALL);
            case "inclusiveGateway" -> new Node.Gateway(index, step, scope, Node.Routing.SOME);
            case "eventBasedGateway" -> {
                if (e.flag("instantiate", false)) {
                    unsupported.add(
                            new Soundness.Unsupported(
                                    "an event-based gateway that starts the process", step.id()));
                }
                yield new Node.Gateway(index, step, scope, Node.Routing.FIRST_EVENT);
            }
            case "startEvent" ->
                    new Node.Start(
                            index,
                            step,
                            scope,
                            events.trigger(e, step.id()),
                            e.flag("isInterrupting", true));
            case "endEvent" -> new Node.End(index, step, scope, events.trigger(e, step.id()));
            case "intermediateCatchEvent" ->
                    new Node.Catch(index, step, scope, events.trigger(e, step.id()));
            case "intermediateThrowEvent" ->
                    new Node.Throw(index, step, scope, events.trigger(e, step.id()));
            case "boundaryEvent" -> {
                attachedTo.put(index, e.attribute("attachedToRef"));
                Trigger trigger = events.trigger(e, step.id());
                boolean interrupting =
                        e.flag("cancelActivity", true) || trigger.is(Trigger.Kind.ERROR);
                yield new Node.Boundary(index, step, scope, trigger, -1, interrupting);
            }
            default -> {
                unsupported.add(new Soundness.Unsupported(e.name(), step.id()));
                yield new Node.Activity(index, step, scope, -1);
            }
        };
    }

    private void attach() {
        attachedTo.forEach((index, host) -> {
            Node.Boundary boundary = (Node.Boundary) nodes.get(index);
            nodes.set(
                    index,
                    new Node.Boundary(
                            index,
                            boundary.step(),
                            boundary.scope(),
                            boundary.trigger(),
                            find(host),
                            boundary.interrupting()));
        });
    }

    private void flows(XmlElement container) {
        for (XmlElement child : container.children()) {
            if (child.name().equals("sequenceFlow")) {
                flow(child);
            } else if (child.name().equals("subProcess") || child.name().equals("transaction")) {
                flows(child);
            }
        }
    }

    private void flow(XmlElement e) {
        int source = find(e.attribute("sourceRef"));
        int target = find(e.attribute("targetRef"));
        String id =
                e.attribute("id").isEmpty() ? "sequenceFlow#" + flows.size() : e.attribute("id");
        if (source < 0 || target < 0) {
            String end = source < 0 ? "sourceRef" : "targetRef";
            invalid.add(
                    "has a flow '%s' whose %s '%s' is no node of process '%s'"
                            .formatted(id, end, e.attribute(end), process.attribute("id")));
            return;
        }
        boolean otherwise = id.equals(defaults.get(nodes.get(source).step().id()));
        boolean conditional = e.first("conditionExpression").isPresent();
        flows.add(
                new ProcessGraph.Flow(
                        flows.size(),
                        id,
                        e.attribute("name"),
                        source,
                        target,
                        conditional,
                        otherwise));
    }

    /// The node with this id, which may be written with a namespace prefix; -1 when there is none.
    private int find(String reference) {
        Integer index = byId.get(reference);
        if (index == null) {
            index = byId.get(reference.substring(reference.indexOf(':') + 1));
        }
        return index == null ? -1 : index;
    }
}
