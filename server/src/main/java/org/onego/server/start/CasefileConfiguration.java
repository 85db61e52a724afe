package org.onego.server.start;

import java.time.InstantSource;
import org.onego.adapters.flowable.FlowableProcesses;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.casefile.AuthorisationService;
import org.onego.casefile.Casefile;
import org.onego.casefile.CitizenService;
import org.onego.casefile.DepartmentService;
import org.onego.casefile.DeskService;
import org.onego.casefile.IssuerService;
import org.onego.casefile.Ports;
import org.onego.casefile.TeamService;
import org.onego.casefile.answers.FileStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Ids;
import org.onego.casefile.application.StaffDirectory;
import org.onego.casefile.consent.CertificateSource;
import org.onego.casefile.correction.CorrectionService;
import org.onego.casefile.correction.WatchCorrections;
import org.onego.casefile.deadline.Deadlines;
import org.onego.casefile.handover.DepartmentGateway;
import org.onego.casefile.progress.Messenger;
import org.onego.casefile.progress.NoticePrinter;
import org.onego.casefile.progress.RecoveryScan;
import org.onego.casefile.progress.WatchDeadlines;
import org.onego.server.calendar.LoadedCalendars;
import org.onego.server.start.StoresConfiguration.Mongo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The casefile around its ports, and its doors one by one.
@Configuration(proxyBeanMethods = false)
class CasefileConfiguration {

    @Bean
    Casefile casefile(
            Mongo mongo,
            BundleCatalogue catalogue,
            FileStore files,
            FlowableProcesses processes,
            CertificateSource certificates,
            DepartmentGateway departments,
            Messenger messenger,
            NoticePrinter printer,
            StaffDirectory staff,
            LoadedCalendars calendars,
            JsonSchemas schemas,
            InstantSource clock) {
        return new Casefile(
                new Ports(
                        mongo.stores().applications(),
                        catalogue,
                        mongo.stores().serials(),
                        mongo.stores().audit(),
                        files,
                        processes,
                        certificates,
                        departments,
                        mongo.stores().deliveries(),
                        messenger,
                        printer,
                        staff,
                        schemas::compile,
                        calendars,
                        Ids.random(),
                        clock));
    }

    @Bean
    LoadedCalendars calendars(OneGoProperties settings, Mongo mongo, InstantSource clock) {
        return new LoadedCalendars(settings.data(), mongo.stores().calendars(), clock);
    }

    @Bean
    WatchDeadlines watchDeadlines(Casefile casefile) {
        return casefile.watch();
    }

    @Bean
    CitizenService citizens(Casefile casefile) {
        return casefile.citizens();
    }

    @Bean
    AuthorisationService authorisations(Casefile casefile) {
        return casefile.authorisations();
    }

    @Bean
    IssuerService issuers(Casefile casefile) {
        return casefile.issuers();
    }

    @Bean
    DeskService desk(Casefile casefile) {
        return casefile.desk();
    }

    @Bean
    TeamService team(Casefile casefile) {
        return casefile.team();
    }

    @Bean
    CorrectionService corrections(Casefile casefile) {
        return casefile.corrections();
    }

    @Bean
    WatchCorrections watchCorrections(Casefile casefile) {
        return casefile.watchCorrections();
    }

    @Bean
    DepartmentService departmentCalls(Casefile casefile) {
        return casefile.departments();
    }

    @Bean
    Deadlines deadlines(Casefile casefile) {
        return casefile.deadlines();
    }

    @Bean
    RecoveryScan recoveryScan(Casefile casefile) {
        return casefile.recovery();
    }
}
