package org.onego.bundle.plan.soundness;

import java.util.List;
import java.util.Map;

/// The definitions in an event → what triggers it.
final class ReadEvent {

    private final Map<String, String> codes;
    private final List<Soundness.Unsupported> unsupported;

    /// @param codes id of an error or escalation → its code
    ReadEvent(Map<String, String> codes, List<Soundness.Unsupported> unsupported) {
        this.codes = codes;
        this.unsupported = unsupported;
    }

    Trigger trigger(XmlElement event, String id) {
        List<XmlElement> definitions =
                event.children().stream()
                        .filter(child ->
                                child.name().endsWith("EventDefinition")
                                        || child.name().equals("eventDefinitionRef"))
                        .toList();
        if (definitions.isEmpty()) {
            return Trigger.NONE;
        }
        if (definitions.size() > 1) {
            return unsupported("an event with several definitions", id);
        }
        XmlElement definition = definitions.getFirst();
        return switch (definition.name()) {
            case "timerEventDefinition" -> new Trigger(Trigger.Kind.TIMER, "");
            case "messageEventDefinition" -> new Trigger(Trigger.Kind.MESSAGE, "");
            case "signalEventDefinition" -> new Trigger(Trigger.Kind.SIGNAL, "");
            case "conditionalEventDefinition" -> new Trigger(Trigger.Kind.CONDITIONAL, "");
            case "errorEventDefinition" ->
                    new Trigger(Trigger.Kind.ERROR, code(definition, "errorRef"));
            case "escalationEventDefinition" ->
                    new Trigger(Trigger.Kind.ESCALATION, code(definition, "escalationRef"));
            case "cancelEventDefinition" -> new Trigger(Trigger.Kind.CANCEL, "");
            case "terminateEventDefinition" ->
                    new Trigger(
                            definition.flag("flowable:terminateAll", false)
                                    ? Trigger.Kind.TERMINATE_ALL
                                    : Trigger.Kind.TERMINATE,
                            "");
            case "compensateEventDefinition" -> unsupported("compensation", id);
            // Flowable drops the link and lets the process end there.
            case "linkEventDefinition" -> unsupported("a link event", id);
            default -> unsupported(definition.name(), id);
        };
    }

    private String code(XmlElement definition, String attribute) {
        String reference = definition.attribute(attribute);
        String plain = reference.substring(reference.indexOf(':') + 1);
        return codes.getOrDefault(reference, codes.getOrDefault(plain, reference));
    }

    private Trigger unsupported(String what, String id) {
        unsupported.add(new Soundness.Unsupported(what, id));
        return Trigger.NONE;
    }
}
