package org.onego.server.certificates;

import java.util.List;
import org.onego.adapters.certificates.CertificateSources;
import org.onego.adapters.certificates.SourceStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which source fails, how, and how often, since this server started.
@RestController
class SourcesController {

    private final CertificateSources sources;

    SourcesController(CertificateSources sources) {
        this.sources = sources;
    }

    @GetMapping("/api/admin/certificates")
    List<SourceStatus> all() {
        return sources.status();
    }
}
