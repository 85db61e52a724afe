package org.onego.casefile.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.onego.bundle.PublishedBundle;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.prefill.Certificate;
import org.onego.bundle.prefill.CertificateReader;
import org.onego.bundle.prefill.Identities;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.bundle.prefill.Prefilled;
import org.onego.bundle.prefill.ReadResult;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.OpenQuestions;
import org.onego.casefile.application.Person;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the host said at login answers questions without a look-up and without asking for consent:
/// the citizen came with it. So nobody can apply under another name than the one they logged in
/// with.
public final class HostProfile {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final CertificateReader reader;

    public HostProfile(CertificateReader reader) {
        this.reader = reader;
    }

    List<Prefilled> answers(
            PublishedBundle bundle, MergedForm form, Application draft, Instant now) {
        String applicant = form.selection().applicant();
        Person person = draft.owner();
        Identities identities = Identities.ofLogin(applicant, person.idNo(), person.name());
        PrefillPlan plan =
                PrefillPlanner.plan(
                        bundle.compiled(), form, OpenQuestions.of(form, draft), Set.of(applicant));
        return plan.lookups().stream()
                .filter(lookup -> lookup.type().id().equals(PrefillPlanner.HOST_PROFILE))
                .map(lookup -> reader.read(lookup, profile(person, now), form, identities))
                .flatMap(result ->
                        result instanceof ReadResult.Read read
                                ? read.answers().stream()
                                : Stream.<Prefilled>empty())
                .toList();
    }

    private static Certificate profile(Person person, Instant now) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.put("name", person.name());
        attributes.put("idNo", person.idNo());
        attributes.put("mobile", person.mobile());
        return new Certificate(
                PrefillPlanner.HOST_PROFILE,
                PrefillPlanner.HOST_PROFILE,
                PrefillPlanner.HOST_PROFILE,
                person.idNo(),
                LocalDate.ofInstant(now, CHINA),
                null,
                attributes,
                now);
    }
}
