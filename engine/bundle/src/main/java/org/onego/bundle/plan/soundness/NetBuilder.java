package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.List;

/// Collects the transitions of a net as drawn.
final class NetBuilder {

    /// Together, guards and clearings may name so many places. Beyond, a net is too entangled to be
    /// looked at.
    private static final int MOST_LOOKS = 2_000_000;

    private final List<Net.Act> acts = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();
    private long looks;

    /// @param nodes what happens with it, see {@link Net.Act}
    void add(
            List<Integer> nodes,
            Marks need,
            Leave leave,
            Marks any,
            Marks clear,
            List<Transition.Blocker> blockers) {
        int number = transitions.size();
        looks += any.size() + clear.size();
        for (Transition.Blocker blocker : blockers) {
            looks += blocker.places().size() + blocker.unless().size();
        }
        acts.add(new Net.Act(nodes, leave.way()));
        List<Transition.Branch> some =
                leave.some().stream()
                        .map(place -> new Transition.Branch(place, new Trail.Choose(number, place)))
                        .toList();
        transitions.add(
                new Transition(
                        need,
                        leave.all(),
                        some,
                        any,
                        clear,
                        blockers,
                        new Trail.Fire(number),
                        Trail.NONE));
    }

    void plain(List<Integer> nodes, Marks need, Leave leave) {
        add(nodes, need, leave, Marks.NONE, Marks.NONE, List.of());
    }

    /// One token in from anywhere, out again.
    void pass(List<Integer> nodes, Marks incoming, List<Leave> leaves) {
        clearing(nodes, incoming, leaves, Marks.NONE);
    }

    /// The same, and `around` is emptied.
    void clearing(List<Integer> nodes, Marks incoming, List<Leave> leaves, Marks around) {
        for (int i = 0; i < incoming.size(); i++) {
            for (Leave leave : leaves) {
                add(nodes, Marks.of(incoming.get(i)), leave, Marks.NONE, around, List.of());
            }
        }
    }

    /// Counts places that were looked at to make a guard.
    void looked(int places) {
        looks += places;
    }

    boolean tooEntangled() {
        return looks > MOST_LOOKS;
    }

    Net net(Layout layout, Marks initial, Marks active) {
        return new Net(layout.places(), acts, transitions, initial, active, Trail.NONE);
    }
}
