package org.onego.bundle.pack;

import org.onego.bundle.element.Text;
import org.onego.bundle.item.Department;
import org.onego.bundle.pack.CompiledBundle.Info;

/// Reads `package.yaml`.
final class InfoReader {

    /// As many characters as fit in the host app's title bar.
    private static final int SHORT = 6;

    private InfoReader() {}

    static Info read(String id, Spot tree, Findings findings) {
        if (!tree.at("id").string().equals(id)) {
            findings.error(
                    tree.at("id"),
                    "the id '" + tree.at("id").string() + "' is not the folder's name",
                    "write '" + id + "', or rename the folder");
        }
        Text title = tree.at("title").text();
        Text own = tree.at("shortTitle").textOrNull();
        Text shortTitle = own == null ? title : own;
        int length = shortTitle.zh().codePointCount(0, shortTitle.zh().length());
        if (length > SHORT) {
            findings.error(
                    tree.at("shortTitle"),
                    "'"
                            + shortTitle.zh()
                            + "' has "
                            + length
                            + " characters, more than the "
                            + SHORT
                            + " that fit in the title bar",
                    "give the package a shortTitle of at most " + SHORT + " characters");
        }
        Spot lead = tree.at("lead");
        Spot leadId = lead.at("id");
        return new Info(
                id,
                tree.at("version").string(),
                title,
                shortTitle,
                tree.at("summary").text(),
                tree.at("region").string(),
                new Department(
                        leadId.present() ? leadId.string() : "lead",
                        lead.at("name").string(),
                        lead.at("code").stringOrNull()),
                tree.at("hotline").stringOrNull());
    }
}
