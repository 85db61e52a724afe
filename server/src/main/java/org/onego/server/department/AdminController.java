package org.onego.server.department;

import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.adapters.mongo.MongoStores;
import org.onego.casefile.audit.CallRecord;
import org.onego.casefile.handover.DeliveryLog;
import org.onego.casefile.handover.DeliveryLog.Attempt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What an operator looks at when a department says that it got nothing, or was refused.
@RestController
@SecurityRequirement(name = "account")
@Tag(name = "operator")
class AdminController {

    private static final int MOST = 1000;

    private final MongoStores stores;

    AdminController(MongoStores stores) {
        this.stores = stores;
    }

    record Deliveries(List<Attempt> attempts) {}

    record Calls(List<CallRecord> calls) {}

    /// Every attempt to push, the newest first.
    ///
    /// @param caseId only of this case
    /// @param failed only what failed
    @GetMapping("/api/admin/deliveries")
    Deliveries deliveries(
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(defaultValue = "false") boolean failed,
            @RequestParam(defaultValue = "100") int limit) {
        return new Deliveries(
                stores.deliveries().find(new DeliveryLog.Filter(caseId, failed, most(limit))));
    }

    /// The calls that changed nothing, the newest first.
    @GetMapping("/api/admin/calls")
    Calls calls(@RequestParam(defaultValue = "100") int limit) {
        return new Calls(stores.calls().newest(most(limit)));
    }

    private static int most(int asked) {
        return Math.clamp(asked, 1, MOST);
    }
}
