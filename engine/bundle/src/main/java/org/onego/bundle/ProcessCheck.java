package org.onego.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onego.bundle.item.Item;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.Finding.Severity;
import org.onego.bundle.plan.soundness.SoundReport;
import org.onego.bundle.plan.soundness.Soundness;
import org.onego.bundle.plan.soundness.SoundnessCheck;
import tools.jackson.core.JsonPointer;

/// Items' own processes: each must be sound, and must not bring code into the engine.
final class ProcessCheck {

    /// What the engine would run, or call.
    private static final Pattern CODE =
            Pattern.compile(
                    "<(?:\\w+:)?(serviceTask|scriptTask|businessRuleTask|sendTask|executionListener"
                            + "|taskListener|eventListener|script|field)\\b");

    /// An expression that does more than compare variables.
    private static final Pattern CALL = Pattern.compile("[#$]\\{[^}]*?(\\w+\\s*[.(\\[])");

    private ProcessCheck() {}

    static List<Finding> findings(CompiledBundle bundle) {
        List<Finding> findings = new ArrayList<>();
        for (BundleItem entry : bundle.items()) {
            Item item = entry.item();
            String bpmn = item.process();
            if (bpmn != null) {
                check(bundle.info().id() + "/items/" + item.id() + "/process.bpmn", bpmn, findings);
            }
        }
        return findings;
    }

    private static void check(String file, String bpmn, List<Finding> findings) {
        Matcher code = CODE.matcher(bpmn);
        if (code.find()) {
            findings.add(
                    error(
                            file,
                            "the process has a '" + code.group(1) + "', which would run code",
                            "let a person or a department do this step (a user or receive task)"));
        }
        Matcher call = CALL.matcher(bpmn);
        if (call.find()) {
            findings.add(
                    error(
                            file,
                            "the expression '" + call.group() + "…' calls something",
                            "compare variables only, e.g. ${approved}"));
        }
        Soundness soundness = SoundnessCheck.of(bpmn);
        if (!(soundness instanceof Soundness.Sound)) {
            findings.add(
                    error(
                            file,
                            SoundReport.verdict(soundness),
                            "correct it in the process editor; ./onego sound shows the same"));
        }
    }

    private static Finding error(String file, String message, String advice) {
        return new Finding(Severity.ERROR, file, JsonPointer.empty(), message, advice);
    }
}
