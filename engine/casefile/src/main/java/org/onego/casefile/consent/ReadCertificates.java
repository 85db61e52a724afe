package org.onego.casefile.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.prefill.Identities;
import org.onego.bundle.prefill.PrefillPlan.CertificateOf;
import org.onego.bundle.prefill.PrefillPlan.Lookup;
import org.onego.casefile.application.Application;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.application.BundleCatalogue;
import org.onego.casefile.application.CertificateRead.State;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.application.Selections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the look-ups that a draft's owner has agreed to, each as soon as it is known whose
/// certificate it is, all on virtual threads with a time limit each. What each says is stored as it
/// comes, so that a slow source delays nobody.
public final class ReadCertificates {

    private static final Logger log = LoggerFactory.getLogger(ReadCertificates.class);

    /// For one source; then its questions are simply asked.
    private static final Duration EACH = Duration.ofSeconds(10);

    private final ApplicationStore store;
    private final BundleCatalogue catalogue;
    private final PlanReads plans;
    private final ReadOne one;
    private final FetchFile files;
    private final ExecutorService threads;
    private final Duration whole;
    private final InstantSource clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Set<String> again = ConcurrentHashMap.newKeySet();

    /// @param whole for all look-ups of one application together
    public ReadCertificates(
            ApplicationStore store,
            BundleCatalogue catalogue,
            PlanReads plans,
            ReadOne one,
            FetchFile files,
            ExecutorService threads,
            Duration whole,
            InstantSource clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.plans = plans;
        this.one = one;
        this.files = files;
        this.threads = threads;
        this.whole = whole;
        this.clock = clock;
    }

    /// Starts the pending look-ups and waits for them, but not longer than `patience`.
    void start(String applicationId, Duration patience) {
        if (!running.add(applicationId)) {
            again.add(applicationId);
            return;
        }
        CompletableFuture<Void> all =
                CompletableFuture.runAsync(() -> run(applicationId), threads)
                        .whenComplete((_, failure) -> {
                            running.remove(applicationId);
                            if (again.contains(applicationId)) {
                                start(applicationId, Duration.ZERO);
                            }
                            if (failure != null) {
                                log.warn(
                                        "Application {}: reading certificates broke off",
                                        applicationId,
                                        failure);
                            }
                        });
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            log.debug("Application {}: some certificates come later", applicationId, late);
        } catch (ExecutionException failure) {
            log.debug("Application {}: the page goes on without", applicationId, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes up look-ups that were lost with a server, when somebody looks at the draft again.
    /// Until then their questions are simply asked.
    public void resumeIfLost(Application draft) {
        Instant left = clock.instant().minus(whole).minus(EACH);
        boolean lost =
                draft.isDraft()
                        && draft.reads().stream()
                                .anyMatch(read ->
                                        read.state() == State.PENDING && read.at().isBefore(left));
        if (lost) {
            start(draft.id(), Duration.ZERO);
        }
    }

    /// What one look-up cannot answer, another one may: so it is planned again, as long as that
    /// brings something new. Only what was agreed to is read, and nothing twice.
    private void run(String applicationId) {
        long deadline = System.nanoTime() + whole.toNanos();
        do {
            again.remove(applicationId);
            Set<CertificateOf> vain = new HashSet<>();
            boolean more = true;
            while (more) {
                Optional<Application> draft =
                        store.find(applicationId).filter(Application::isDraft);
                more =
                        draft.isPresent()
                                && System.nanoTime() < deadline
                                && round(draft.get(), vain, deadline);
            }
        } while (again.contains(applicationId));
        one.giveUp(
                applicationId,
                System.nanoTime() < deadline ? NoCertificate.NONE : NoCertificate.TIMEOUT);
    }

    /// @return whether another round may bring more
    private boolean round(Application draft, Set<CertificateOf> vain, long deadline) {
        MergedForm form = Selections.formOf(catalogue.of(draft), draft);
        Identities identities = plans.identities(form, draft);
        List<Lookup> waiting = new ArrayList<>(plans.plan(draft, form, vain).lookups());
        waiting.removeIf(lookup -> !isAskedFor(draft, lookup));
        LinkedBlockingQueue<Answered> answered = new LinkedBlockingQueue<>();
        boolean more = false;
        int underWay = launch(draft, form, waiting, identities, answered, deadline);
        while (underWay > 0) {
            Answered next;
            try {
                next = answered.take();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
            identities = merged(identities, next.known());
            more |= next.answers() > 0 || vain.add(next.lookup().certificate());
            underWay += launch(draft, form, waiting, identities, answered, deadline) - 1;
        }
        for (Lookup unreachable : waiting) {
            more |= vain.add(unreachable.certificate());
        }
        return more;
    }

    /// @param answers how many questions it answered now
    private record Answered(Lookup lookup, Identities known, int answers) {}

    private int launch(
            Application draft,
            MergedForm form,
            List<Lookup> waiting,
            Identities identities,
            LinkedBlockingQueue<Answered> answered,
            long deadline) {
        int launched = 0;
        for (Iterator<Lookup> each = waiting.iterator(); each.hasNext(); ) {
            Lookup lookup = each.next();
            if (identities.idNo(lookup.holder()).isPresent()) {
                each.remove();
                launched++;
                threads.execute(
                        () -> answered.add(answer(draft, form, lookup, identities, deadline)));
            }
        }
        return launched;
    }

    private Answered answer(
            Application draft,
            MergedForm form,
            Lookup lookup,
            Identities identities,
            long deadline) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        try {
            ReadOne.Brought brought =
                    one.read(
                            draft,
                            form,
                            lookup,
                            identities,
                            left.compareTo(EACH) < 0 ? left : EACH);
            fetch(brought.file());
            return new Answered(lookup, brought.known(), brought.answers());
        } catch (RuntimeException failure) {
            log.warn(
                    "Application {}: reading {} broke off; its questions are asked",
                    draft.id(),
                    lookup.type().id(),
                    failure);
            return new Answered(lookup, identities, 0);
        }
    }

    /// Apart from the look-ups: nobody waits for a file.
    private void fetch(FetchFile.@Nullable Wanted wanted) {
        if (wanted != null) {
            threads.execute(() -> {
                try {
                    files.fetch(wanted);
                } catch (RuntimeException failure) {
                    log.warn(
                            "Application {}: fetching the file of {} broke off",
                            wanted.read().applicationId(),
                            wanted.type().id(),
                            failure);
                }
            });
        }
    }

    private static boolean isAskedFor(Application draft, Lookup lookup) {
        return draft.reads().stream()
                .anyMatch(read -> read.isOf(lookup.type().id(), lookup.holder()));
    }

    /// Several look-ups end in any order; what was known first stays.
    private static Identities merged(Identities known, Identities learnt) {
        Map<String, Identities.Identity> all = new LinkedHashMap<>(learnt.bySubject());
        all.putAll(known.bySubject());
        return new Identities(all);
    }
}
