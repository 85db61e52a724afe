package org.onego.bundle.plan.soundness;

import java.util.List;

/// A change of a marking: possible when all of `need` and, if there are any, one of `any` are
/// marked and nothing blocks; then `need` and `clear` are emptied and `put` and a non-empty choice
/// of `some` marked.
///
/// @param trail what of the drawn process happens with it, in an order in which it can happen
/// @param also what can happen whenever this can
record Transition(
        Marks need,
        Marks put,
        List<Branch> some,
        Marks any,
        Marks clear,
        List<Blocker> blockers,
        Trail trail,
        Trail also) {

    /// One of the branches of which a non-empty choice is taken.
    ///
    /// @param after what happens when it is chosen
    record Branch(int place, Trail after) {}

    /// Blocks while one of `places` is marked, unless one of `unless` is.
    record Blocker(Marks places, Marks unless) {}

    static Transition plain(Marks need, Marks put, Trail trail) {
        return new Transition(
                need, put, List.of(), Marks.NONE, Marks.NONE, List.of(), trail, Trail.NONE);
    }

    /// Looks at and empties nothing but what it needs.
    boolean isPlain() {
        return any.isEmpty() && clear.isEmpty() && blockers.isEmpty();
    }

    Marks somePlaces() {
        return Marks.of(some.stream().map(Branch::place).toList());
    }

    /// Everything that can happen when this can.
    Trail everything() {
        Trail all = trail.then(also);
        for (Branch branch : some) {
            all = all.then(branch.after());
        }
        return all;
    }

    Transition needing(Marks marks) {
        return new Transition(marks, put, some, any, clear, blockers, trail, also);
    }

    Transition putting(Marks marks) {
        return new Transition(need, marks, some, any, clear, blockers, trail, also);
    }

    Transition choosing(List<Branch> branches) {
        return new Transition(need, put, branches, any, clear, blockers, trail, also);
    }

    Transition guarded(Marks newAny, Marks newClear, List<Blocker> newBlockers) {
        return new Transition(need, put, some, newAny, newClear, newBlockers, trail, also);
    }

    Transition then(Trail next) {
        return new Transition(need, put, some, any, clear, blockers, trail.then(next), also);
    }

    Transition with(Trail alike) {
        return new Transition(need, put, some, any, clear, blockers, trail, also.then(alike));
    }
}
