package org.onego.bundle.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.onego.bundle.element.ElementId;
import org.onego.bundle.pack.CompiledBundle.PageSpec;
import org.onego.bundle.pack.CompiledBundle.SubjectElement;

/// Reads a bundle's `pages`.
final class PagesReader {

    private final BundleNames names;
    private final Shared shared;
    private final Findings findings;

    PagesReader(BundleNames names, Shared shared, Findings findings) {
        this.names = names;
        this.shared = shared;
        this.findings = findings;
    }

    List<PageSpec> read(Spot spot) {
        List<PageSpec> pages = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Spot page : spot.elements()) {
            Spot id = page.at("id");
            if (!ids.add(id.string())) {
                findings.error(
                        id,
                        "two pages have the id '" + id.string() + "'",
                        "give one of them another id");
            }
            List<Spot> subjects = page.at("subjects").elements();
            subjects.forEach(names::checkSubject);
            pages.add(
                    new PageSpec(
                            id.string(),
                            page.at("title").text(),
                            subjects.stream().map(Spot::string).toList(),
                            page.at("elements").elements().stream().map(this::element).toList()));
        }
        return pages;
    }

    /// `subject/namespace.name`
    private SubjectElement element(Spot spot) {
        int slash = spot.string().indexOf('/');
        String subject = spot.string().substring(0, slash);
        String element = spot.string().substring(slash + 1);
        names.checkSubject(spot, subject, names.subjects());
        shared.element(spot, element, findings);
        return new SubjectElement(subject, ElementId.parse(element));
    }
}
