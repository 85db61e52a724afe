package org.onego.casefile;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onego.bundle.prefill.CertificateReader;
import org.onego.casefile.answers.AnswerGuide;
import org.onego.casefile.answers.BeginApplication;
import org.onego.casefile.answers.Drafts;
import org.onego.casefile.answers.HandInMaterials;
import org.onego.casefile.answers.HostProfile;
import org.onego.casefile.answers.SaveAnswers;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.Journal;
import org.onego.casefile.audit.RecordEvents;
import org.onego.casefile.consent.Authorise;
import org.onego.casefile.consent.FetchFile;
import org.onego.casefile.consent.GiveConsent;
import org.onego.casefile.consent.PlanReads;
import org.onego.casefile.consent.ReadCertificates;
import org.onego.casefile.consent.ReadOne;
import org.onego.casefile.correction.AskCorrection;
import org.onego.casefile.correction.CorrectionService;
import org.onego.casefile.correction.MakeCorrection;
import org.onego.casefile.correction.WatchCorrections;
import org.onego.casefile.deadline.Deadlines;
import org.onego.casefile.deadline.DueDates;
import org.onego.casefile.handover.DeliverCases;
import org.onego.casefile.handover.LeaseCases;
import org.onego.casefile.progress.FollowEverything;
import org.onego.casefile.progress.FollowProcess;
import org.onego.casefile.progress.HearTimers;
import org.onego.casefile.progress.PrintNotices;
import org.onego.casefile.progress.RecoveryScan;
import org.onego.casefile.progress.SendMessages;
import org.onego.casefile.progress.WatchDeadlines;
import org.onego.casefile.provenance.ChooseSource;
import org.onego.casefile.provenance.DecideDispute;
import org.onego.casefile.provenance.StateDispute;
import org.onego.casefile.rating.RateCase;
import org.onego.casefile.result.ChangeCase;
import org.onego.casefile.result.HandleCase;
import org.onego.casefile.result.TakeCallback;
import org.onego.casefile.result.TeamWork;
import org.onego.casefile.result.ViewCase;
import org.onego.casefile.result.WithdrawApplication;
import org.onego.casefile.submit.SubmitApplication;

/// The rooms, put together around the ports. One for each server.
public final class Casefile implements AutoCloseable {

    private final CitizenService citizens;
    private final DeskService desk;
    private final DepartmentService departments;
    private final AuthorisationService authorisations;
    private final IssuerService issuers;
    private final RecoveryScan recovery;
    private final Deadlines deadlines;
    private final WatchDeadlines watch;
    private final TeamService team;
    private final CorrectionService corrections;
    private final WatchCorrections watchCorrections;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Casefile(Ports given) {
        this.deadlines = new Deadlines(given.calendars(), given.clock());
        Ports ports =
                given.withApplications(
                        new DueDates(given.applications(), given.catalogue(), deadlines));
        ApplicationStore store = ports.applications();
        BundleCatalogue catalogue = ports.catalogue();
        InstantSource clock = ports.clock();
        PrintNotices notices =
                new PrintNotices(
                        store, catalogue, ports.files(), ports.printer(), deadlines, clock);
        ViewCase view = new ViewCase(catalogue, deadlines);
        Journal journal =
                new Journal(
                        store,
                        new FollowEverything(
                                new FollowProcess(store, catalogue, ports.process(), clock),
                                new DeliverCases(
                                        store,
                                        view,
                                        ports.departments(),
                                        ports.deliveries(),
                                        ports.ids(),
                                        clock),
                                new SendMessages(store, catalogue, ports.messenger(), clock),
                                notices,
                                threads),
                        ports.files()::delete);
        this.recovery = new RecoveryScan(store, journal, clock);
        RecordEvents events = new RecordEvents(ports.audit(), ports.ids(), clock);
        PlanReads plans = new PlanReads(catalogue, clock);
        ReadCertificates reads = reads(ports, plans);
        Authorise authorise =
                new Authorise(store, catalogue, journal, plans, reads, events, ports.ids(), clock);
        this.authorisations = new Authorisations(store, authorise);
        this.issuers = new Issuers(new DecideDispute(store, catalogue, journal, events, clock));
        this.citizens = citizens(ports, journal, plans, reads, authorise, events, notices);
        HandleCase handle = new HandleCase(catalogue, ports.schemas(), clock);
        ChangeCase change = new ChangeCase(journal);
        AskCorrection ask = new AskCorrection(catalogue, deadlines, clock);
        this.corrections =
                new MakeCorrection(store, journal, catalogue, ports.files(), events, clock);
        this.watchCorrections = new WatchCorrections(store, catalogue, deadlines, journal, clock);
        this.watch = new WatchDeadlines(store, catalogue, deadlines, journal, clock);
        ports.process().onTimer(new HearTimers(store, journal, watch, threads, clock));
        this.desk =
                new Desk(
                        store,
                        catalogue,
                        ports.files(),
                        change,
                        handle,
                        ask,
                        view,
                        notices,
                        deadlines);
        this.team =
                new Team(
                        store,
                        catalogue,
                        change,
                        handle,
                        new TeamWork(ports.staff(), clock),
                        desk,
                        ports.staff());
        this.departments =
                new Departments(
                        store,
                        ports.files(),
                        change,
                        new TakeCallback(handle, clock),
                        new LeaseCases(store, change, view, ports.ids(), clock),
                        view);
    }

    private ReadCertificates reads(Ports ports, PlanReads plans) {
        ApplicationStore store = ports.applications();
        BundleCatalogue catalogue = ports.catalogue();
        ReadOne one =
                new ReadOne(
                        store,
                        catalogue,
                        ports.certificates(),
                        new CertificateReader(ports.schemas()),
                        ports.audit(),
                        ports.ids(),
                        ports.clock());
        FetchFile files =
                new FetchFile(
                        store,
                        ports.certificates(),
                        ports.files(),
                        ports.audit(),
                        ports.ids(),
                        ports.clock());
        return new ReadCertificates(
                store,
                catalogue,
                plans,
                one,
                files,
                threads,
                ports.certificates().whole(),
                ports.clock());
    }

    private CitizenService citizens(
            Ports ports,
            Journal journal,
            PlanReads plans,
            ReadCertificates reads,
            Authorise authorise,
            RecordEvents events,
            PrintNotices notices) {
        ApplicationStore store = ports.applications();
        BundleCatalogue catalogue = ports.catalogue();
        InstantSource clock = ports.clock();
        CertificateReader reader = new CertificateReader(ports.schemas());
        Drafts drafts = new Drafts(journal);
        return new Citizens(
                store,
                new BeginApplication(store, catalogue, ports.ids(), clock),
                new AnswerGuide(drafts, catalogue, new HostProfile(reader), clock),
                plans,
                new GiveConsent(store, catalogue, drafts, plans, reads, events, clock),
                reads,
                authorise,
                new ChooseSource(drafts, catalogue, events, clock),
                new StateDispute(drafts, catalogue, events, clock),
                ports.audit(),
                new SaveAnswers(drafts, catalogue, events, clock),
                new HandInMaterials(store, drafts, catalogue, ports.files(), clock),
                new SubmitApplication(journal, catalogue, ports.serials(), clock),
                new WithdrawApplication(journal, catalogue, clock),
                new RateCase(journal, clock),
                notices);
    }

    public CitizenService citizens() {
        return citizens;
    }

    public AuthorisationService authorisations() {
        return authorisations;
    }

    public IssuerService issuers() {
        return issuers;
    }

    public DeskService desk() {
        return desk;
    }

    public DepartmentService departments() {
        return departments;
    }

    /// How cases stand against their time limits.
    public Deadlines deadlines() {
        return deadlines;
    }

    public TeamService team() {
        return team;
    }

    /// The citizen's side of corrections.
    public CorrectionService corrections() {
        return corrections;
    }

    /// To be run once a day, and whenever the calendar has changed.
    public WatchCorrections watchCorrections() {
        return watchCorrections;
    }

    /// To be run once a day, and whenever the calendar has changed.
    public WatchDeadlines watch() {
        return watch;
    }

    /// To be run at the start and every few seconds.
    public RecoveryScan recovery() {
        return recovery;
    }

    /// Waits for what is under way.
    @Override
    public void close() {
        threads.close();
    }
}
