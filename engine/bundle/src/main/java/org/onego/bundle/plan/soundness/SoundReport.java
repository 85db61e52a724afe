package org.onego.bundle.plan.soundness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// A verdict as text: one line a file for people, one object a file for programs.
public final class SoundReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SoundReport() {}

    /// `path: sound`, `path: unsound: which, where; steps`, `path: unsupported: what` or `path:
    /// invalid: what`.
    public static String line(String path, Soundness soundness) {
        return path + ": " + verdict(soundness).replaceAll("\\s*\\R\\s*", " ");
    }

    /// The verdict without a file's name.
    public static String verdict(Soundness soundness) {
        return switch (soundness) {
            case Soundness.Sound _ -> "sound";
            case Soundness.Unsound(
                            Violation which,
                            List<Step> steps,
                            String where,
                            List<String> _) ->
                    "unsound: " + which.text() + ", " + where + path(steps);
            case Soundness.Unsupported(String what, String element) ->
                    "unsupported: " + what + (element.isEmpty() ? "" : " (" + element + ")");
            case Soundness.Invalid(String what) -> "invalid: " + what;
        };
    }

    private static String path(List<Step> steps) {
        return steps.isEmpty()
                ? ""
                : steps.stream().map(Step::text).collect(Collectors.joining(" → ", "; path: ", ""));
    }

    /// An object with `file`, `verdict` (`sound`, `unsound`, `unsupported`, `invalid`) and what
    /// belongs to it.
    public static String json(String path, Soundness soundness) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", path);
        switch (soundness) {
            case Soundness.Sound(int states, int places, int transitions) -> {
                json.put("verdict", "sound");
                json.put("states", states);
                json.put("places", places);
                json.put("transitions", transitions);
            }
            case Soundness.Unsound(
                            Violation which,
                            List<Step> steps,
                            String where,
                            List<String> elements) -> {
                json.put("verdict", "unsound");
                json.put("violation", which.name());
                json.put("where", where);
                json.put("elements", elements);
                json.put("path", steps);
            }
            case Soundness.Unsupported(String what, String element) -> {
                json.put("verdict", "unsupported");
                json.put("what", what);
                json.put("element", element);
            }
            case Soundness.Invalid(String what) -> {
                json.put("verdict", "invalid");
                json.put("what", what);
            }
        }
        return JSON.writeValueAsString(json);
    }
}
