package org.onego.bundle.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.onego.bundle.pack.BundleReader.ReadBundle;
import org.onego.bundle.pack.CompiledBundle.GuideOption;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;
import org.onego.bundle.pack.CompiledBundle.Role;
import org.onego.bundle.pack.CompiledBundle.Subject;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// However the guide is answered, the logged-in person must be somebody: every way through it is
/// walked.
final class ApplicantCheck {

    /// Guides are short; a longer one is walked as far as this.
    private static final int WAYS = 20_000;

    private final Spot spot;
    private final ReadBundle bundle;
    private final Findings findings;
    private int ways;
    private boolean found;

    private ApplicantCheck(Spot spot, ReadBundle bundle, Findings findings) {
        this.spot = spot;
        this.bundle = bundle;
        this.findings = findings;
    }

    static void check(Spot spot, ReadBundle bundle, Findings findings) {
        if (!findings.hasErrors()) {
            new ApplicantCheck(spot, bundle, findings)
                    .walk(0, JsonNodeFactory.instance.objectNode());
        }
    }

    private void walk(int next, ObjectNode answers) {
        if (found || ways > WAYS) {
            return;
        }
        List<GuideQuestion> guide = bundle.guide();
        if (next == guide.size()) {
            ways++;
            report(answers);
            return;
        }
        GuideQuestion question = guide.get(next);
        if (!question.when().test(answers)) {
            walk(next + 1, answers);
            return;
        }
        for (GuideOption option : question.options()) {
            if (option.stop() == null) {
                ObjectNode further = answers.deepCopy();
                further.put(question.id(), option.value());
                walk(next + 1, further);
            }
        }
    }

    private void report(ObjectNode answers) {
        Optional<Role> role =
                bundle.applicant().stream().filter(each -> each.when().test(answers)).findFirst();
        Map<String, String> readable = new TreeMap<>();
        answers.properties()
                .forEach(each -> readable.put(each.getKey(), each.getValue().asString()));
        if (role.isEmpty()) {
            found = true;
            findings.error(
                    spot,
                    "nothing says who the applicant is when the guide is answered with " + readable,
                    "let the last entry have no when");
            return;
        }
        Subject subject = bundle.subjects().get(role.get().subject());
        if (subject != null && !subject.when().test(answers)) {
            found = true;
            findings.error(
                    spot,
                    "the applicant would be '"
                            + subject.id()
                            + "', who does not exist when the guide is answered with "
                            + readable,
                    "choose another subject for this case, or change the subject's when");
        }
    }
}
