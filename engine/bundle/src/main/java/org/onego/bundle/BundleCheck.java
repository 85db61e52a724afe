package org.onego.bundle;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.Finding;
import org.onego.bundle.pack.Finding.Severity;
import org.onego.bundle.pack.PackageReader;
import org.onego.bundle.pack.PackageResult;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.JsonSchemas;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Finds what is wrong with a package: in its files, in the merged form of every selection that its
/// guide leads to, and in what comes out for its personas. What has an error is not published.
public final class BundleCheck {

    /// So many selections are looked at; more than any guide had so far leads to.
    private static final int SELECTIONS = 1_000;

    private BundleCheck() {}

    /// Opens a folder of packages and checks one of them.
    public static PackageResult check(Path packages, String packageId) {
        JsonSchemas schemas = new JsonSchemas();
        return check(
                PackageReader.open(packages, schemas),
                packageId,
                schemas::compile,
                Clock.systemUTC());
    }

    /// @param compiler compiles schemas as the reader does
    /// @param clock when the personas apply
    public static PackageResult check(
            PackageReader reader,
            String packageId,
            Function<JsonNode, CompiledSchema> compiler,
            InstantSource clock) {
        PackageResult read = reader.read(packageId);
        CompiledBundle bundle = read.bundle();
        if (bundle == null) {
            return read;
        }
        Set<Finding> findings = new LinkedHashSet<>(read.findings());
        PublishedBundle published = new PublishedBundle(bundle, compiler);
        findings.addAll(ProcessCheck.findings(bundle));
        findings.addAll(checkForms(published));
        if (findings.stream().noneMatch(Finding::isError)) {
            findings.addAll(new PersonaCheck(published, clock).findings());
        }
        boolean failed = findings.stream().anyMatch(Finding::isError);
        return new PackageResult(failed ? null : bundle, new ArrayList<>(findings));
    }

    private static Set<Finding> checkForms(PublishedBundle bundle) {
        Set<Finding> findings = new LinkedHashSet<>();
        GuideWays ways = GuideWays.of(bundle, SELECTIONS);
        FormCheck check = new FormCheck(bundle);
        for (Selection selection : ways.selections()) {
            MergedForm form = bundle.form(selection);
            findings.addAll(check.findings(form));
        }
        if (!ways.complete()) {
            findings.add(
                    new Finding(
                            Severity.WARNING,
                            bundle.compiled().info().id() + "/bundle.yaml",
                            JsonPointer.compile("/guide"),
                            "the guide leads to very many selections; %d of them were looked at"
                                    .formatted(ways.selections().size()),
                            "ask fewer questions or let fewer items be chosen, so that all can be checked"));
        }
        return findings;
    }
}
