package org.onego.adapters.certificates;

import org.onego.casefile.audit.AuditRecord;
import tools.jackson.databind.node.ObjectNode;

/// Who asks and why, as the services want to hear it.
final class Purpose {

    /// Characters of a purpose that the services take.
    private static final int LONGEST = 200;

    private Purpose() {}

    static String of(AuditRecord why) {
        String purpose = why.purpose();
        return purpose.substring(0, Math.min(purpose.length(), LONGEST));
    }

    /// The five elements (五要素).
    static ObjectNode five(ObjectNode into, AuditRecord why) {
        return into.put("orgName", why.orgName())
                .put("username", why.user())
                .put("itemName", why.itemName())
                .put("itemCode", why.itemCode())
                .put("businessCode", why.businessCode());
    }
}
