package org.onego.casefile.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.onego.casefile.application.CaseRecord.Handler;

/// Keeps applications. What it has acknowledged survives the process being killed.
public interface ApplicationStore {

    /// Losing so often means that something else is wrong.
    int ATTEMPTS = 100;

    Optional<Application> find(String id);

    /// Stores a new draft, unless its owner has an open one for the same bundle.
    ///
    /// @return whether it was stored
    boolean insertDraft(Application draft);

    /// Stores the next version of an application on top of the version before it: compare and set.
    ///
    /// @return false when somebody stored that version first; nothing has changed then
    boolean replace(Application next);

    Optional<Application> openDraft(String idNo, String bundleId);

    /// The applications of a person, the one changed last first.
    List<Application> ofOwner(String idNo);

    /// The application in which somebody was asked for an authorisation under this id.
    Optional<Application> ofAuthorisation(String authorisationId);

    /// The applications for which this person was asked for an authorisation, the one changed last
    /// first.
    List<Application> ofDecider(String idNo);

    /// Submitted applications in which certificates of these types are said to be wrong and the
    /// issuer has not answered, the one changed first first.
    List<Application> disputing(Collection<String> certificateTypes, int limit);

    /// A page of a department's cases, filtered, sorted and cut in the store.
    CasePage cases(CaseQuery query);

    /// Cases of any department in which this one's opinion is asked and not given yet, the one
    /// asked first first.
    ///
    /// @param clerk what is asked of another clerk alone is left out
    List<Located> opinionsAsked(String department, String clerk, int limit);

    /// How many cases of this department are in each of these states.
    Map<CaseState, Long> count(String department, Handler handler, Collection<CaseState> states);

    /// Ids of applications with a case in one of these states, in their order.
    ///
    /// @param after the last id of the page before, empty for the first page
    List<String> withCases(Collection<CaseState> states, String after, int limit);

    /// Ids of applications in which something is left to do: a command that the process has not
    /// followed since before `stale`, or a message that is due at `now`.
    List<String> unfinished(Instant stale, Instant now, int limit);

    /// Reads, decides, and stores what was decided on top of the version that was read; whoever
    /// loses against somebody else reads and decides again. `decide` must have no effects of its
    /// own.
    ///
    /// @return empty when there is no such application
    default <R> Optional<Change<R>> change(String id, Function<Application, Change<R>> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Application> current = find(id);
            if (current.isEmpty()) {
                return Optional.empty();
            }
            Change<R> change = decide.apply(current.get());
            if (!(change instanceof Change.To<R>(Application next, R _)) || replace(next)) {
                return Optional.of(change);
            }
        }
        throw new IllegalStateException(
                "application " + id + " changed " + ATTEMPTS + " times while it was being changed");
    }

    /// @param total how many there are over all pages
    record CasePage(List<Located> cases, long total) {
        public CasePage {
            cases = List.copyOf(cases);
        }
    }

    /// A case and the application that it belongs to.
    record Located(Application application, CaseRecord caseRecord) {}
}
