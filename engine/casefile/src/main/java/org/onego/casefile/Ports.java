package org.onego.casefile;

import java.time.InstantSource;
import java.util.function.Function;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.casefile.answers.FileStore;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Ids;
import org.onego.casefile.application.StaffDirectory;
import org.onego.casefile.audit.AuditLog;
import org.onego.casefile.consent.CertificateSource;
import org.onego.casefile.deadline.Calendars;
import org.onego.casefile.handover.DeliveryLog;
import org.onego.casefile.handover.DepartmentGateway;
import org.onego.casefile.progress.Messenger;
import org.onego.casefile.progress.NoticePrinter;
import org.onego.casefile.progress.ProcessPort;
import org.onego.casefile.submit.Serials;
import tools.jackson.databind.JsonNode;

/// Everything outside, as far as an application needs it.
///
/// @param schemas compiles a schema; see [org.onego.bundle.schema.JsonSchemas]
public record Ports(
        ApplicationStore applications,
        BundleCatalogue catalogue,
        Serials serials,
        AuditLog audit,
        FileStore files,
        ProcessPort process,
        CertificateSource certificates,
        DepartmentGateway departments,
        DeliveryLog deliveries,
        Messenger messenger,
        NoticePrinter printer,
        StaffDirectory staff,
        Function<JsonNode, CompiledSchema> schemas,
        Calendars calendars,
        Ids ids,
        InstantSource clock) {

    /// The same with another store of applications.
    Ports withApplications(ApplicationStore other) {
        return new Ports(
                other,
                catalogue,
                serials,
                audit,
                files,
                process,
                certificates,
                departments,
                deliveries,
                messenger,
                printer,
                staff,
                schemas,
                calendars,
                ids,
                clock);
    }
}
