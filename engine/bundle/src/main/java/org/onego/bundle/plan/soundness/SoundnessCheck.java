package org.onego.bundle.plan.soundness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Whether a drawn process can be published (law 7): {@link Soundness} says what is meant by sound.
///
/// Conditions are not evaluated: at a gateway any way may be taken. What comes from outside
/// (messages, signals, timers, people, called processes) may come at any time, and comes at some
/// time. A multi-instance activity counts as one. docs/decisions/0005-soundness.md says why.
public final class SoundnessCheck {

    /// Larger files are refused before they are read to their end.
    static final int LARGEST = 5_000_000;

    /// Processes with more nodes are not decided.
    static final int MOST_NODES = 10_000;

    private SoundnessCheck() {}

    /// @param bpmn a BPMN 2.0 file; its processes are judged one by one and the worst verdict is
    ///   returned
    public static Soundness of(InputStream bpmn) {
        try {
            return of(bpmn.readNBytes(LARGEST + 1), Judge.REDUCED);
        } catch (IOException e) {
            throw new UncheckedIOException("The BPMN file cannot be read", e);
        }
    }

    public static Soundness of(String bpmn) {
        return of(bpmn, Judge.REDUCED);
    }

    static Soundness of(String bpmn, Judge judge) {
        if (bpmn.length() > LARGEST) {
            return tooLarge();
        }
        // The XML declaration may name the encoding of the file that the text was read from.
        String text = bpmn.replaceFirst("^\\uFEFF?\\s*<\\?xml[^>]*\\?>", "");
        return of(text.getBytes(StandardCharsets.UTF_8), judge);
    }

    private static Soundness of(byte[] bpmn, Judge judge) {
        if (bpmn.length > LARGEST) {
            return tooLarge();
        }
        return switch (ReadXml.of(bpmn)) {
            case ReadXml.Refused(String why) -> new Soundness.Invalid(why);
            case ReadXml.Read(XmlElement definitions) -> of(definitions, judge);
        };
    }

    private static Soundness tooLarge() {
        return new Soundness.Invalid(
                "is larger than %d MB; a process of that size is not checked"
                        .formatted(LARGEST / 1_000_000));
    }

    private static Soundness of(XmlElement definitions, Judge judge) {
        ReadProcesses.Result read = ReadProcesses.of(definitions);
        if (!read.invalid().isEmpty()) {
            return new Soundness.Invalid(
                    String.join("; ", read.invalid().stream().limit(5).toList()));
        }
        for (ProcessGraph graph : read.graphs()) {
            if (!graph.unsupported().isEmpty()) {
                return graph.unsupported().getFirst();
            }
        }
        List<Soundness> verdicts = new ArrayList<>();
        for (ProcessGraph graph : read.graphs()) {
            verdicts.add(
                    graph.nodes().size() > MOST_NODES
                            ? new Soundness.Unsupported("more than " + MOST_NODES + " nodes", "")
                            : judge.of(graph));
        }
        return worst(verdicts, Talk.between(definitions, read.graphs()));
    }

    private static Soundness worst(List<Soundness> verdicts, List<Soundness.Unsupported> talk) {
        for (Soundness verdict : verdicts) {
            if (verdict instanceof Soundness.Unsound) {
                return verdict;
            }
        }
        if (!talk.isEmpty()) {
            return talk.getFirst();
        }
        int states = 0;
        int places = 0;
        int transitions = 0;
        for (Soundness verdict : verdicts) {
            if (!(verdict instanceof Soundness.Sound sound)) {
                return verdict;
            }
            states += sound.states();
            places += sound.places();
            transitions += sound.transitions();
        }
        return new Soundness.Sound(states, places, transitions);
    }
}
