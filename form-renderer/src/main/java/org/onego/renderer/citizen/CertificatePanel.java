package org.onego.renderer.citizen;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a page of the form says about certificates, beside its fields.
///
/// @param late where the page's script asks for what has come, or null when nothing is being looked
///   up
/// @param open names of the fields that are empty while something is being looked up
/// @param family where somebody else can be asked for leave, or null
/// @param spared how many questions that would answer
/// @param asked whether somebody has been asked
/// @param dispute where objections go; the question's name follows
/// @param disputable names of the fields whose certificate can be said to be wrong
/// @param stated names of the fields where the citizen has said so
record CertificatePanel(
        @Nullable String late,
        String open,
        List<ConflictView> conflicts,
        @Nullable String family,
        int spared,
        boolean asked,
        String dispute,
        Set<String> disputable,
        Set<String> stated) {

    CertificatePanel {
        conflicts = List.copyOf(conflicts);
        disputable = Set.copyOf(disputable);
        stated = Set.copyOf(stated);
    }

    /// Certificates say different things, and the citizen chooses.
    ///
    /// @param anchor id of the HTML element; error summaries lead there
    record ConflictView(
            String anchor, String name, String label, String action, List<SourceView> sources) {
        ConflictView {
            sources = List.copyOf(sources);
        }
    }

    /// @param place in the list of those that disagree
    record SourceView(int place, String value, String from, boolean chosen) {}
}
