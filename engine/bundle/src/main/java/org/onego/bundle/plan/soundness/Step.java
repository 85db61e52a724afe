package org.onego.bundle.plan.soundness;

/// One element of the diagram on a path.
///
/// @param type the BPMN element's name, e.g. `userTask`
/// @param name as drawn; empty when it has none
/// @param way the names of the flows chosen at a gateway; empty when there was no choice or no name
public record Step(String id, String type, String name, String way) {

    /// How the step reads on a path: its name, or else its type and id.
    public String text() {
        String text = name.isBlank() ? type + " " + id : name.strip().replaceAll("\\s+", " ");
        return way.isEmpty() ? text : text + " (" + way + ")";
    }
}
