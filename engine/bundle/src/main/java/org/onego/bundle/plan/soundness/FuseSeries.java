package org.onego.bundle.plan.soundness;

/// A place from which a token can always move on, whatever happens elsewhere, is left out: what
/// marks it does the next step in the same go.
///
/// The next step needs this place only, so it can happen at once; and whatever else happens while a
/// token lingers here could as well happen after the next step ({@link Roles#mayHurry}). So every
/// run has one in which tokens never linger, with the same end. Where that run lets two tokens meet
/// and the other doesn't, it is a run of the drawn process, too.
final class FuseSeries {

    private final Workbench bench;
    private final Roles roles;

    private FuseSeries(Workbench bench) {
        this.bench = bench;
        this.roles = new Roles(bench);
    }

    /// @param choices whether to leave out places with several next steps, too
    static boolean apply(Workbench bench, boolean choices) {
        FuseSeries fuse = new FuseSeries(bench);
        boolean changed = false;
        for (int place = 0; place < bench.places(); place++) {
            int next = bench.consumers(place).size();
            if ((choices ? next > 1 : next == 1)
                    && !bench.unreached(place)
                    && fuse.leavable(place)
                    && fuse.takable(place)) {
                boolean renumbered = choices && !bench.at(bench.producers(place).only()).isPlain();
                fuse.fuse(place);
                changed = true;
                if (renumbered) {
                    // What has been noted about roles is not true any more.
                    return true;
                }
            }
        }
        return changed;
    }

    private boolean leavable(int place) {
        for (int i = 0; i < bench.consumers(place).size(); i++) {
            Transition next = bench.at(bench.consumers(place).get(i));
            Marks after = next.put().plus(next.somePlaces());
            if (!next.need().isOnly(place)
                    || !next.isPlain()
                    || after.isEmpty()
                    || after.has(place)
                    || !roles.mayHurry(place, after)) {
                return false;
            }
        }
        return true;
    }

    /// Whether everything that marks the place can do the next step as well.
    private boolean takable(int place) {
        IntBag nexts = bench.consumers(place);
        IntBag producers = bench.producers(place);
        IntBag choosers = bench.choosers(place);
        boolean initial = bench.initial().has(place);
        if (nexts.size() > 1 && (producers.size() != 1 || choosers.size() != 0 || initial)) {
            return false;
        }
        for (int i = 0; i < nexts.size(); i++) {
            Transition next = bench.at(nexts.get(i));
            Marks after = next.put().plus(next.somePlaces());
            if (initial && (!next.some().isEmpty() || bench.initial().meets(after))) {
                return false;
            }
            for (int j = 0; j < producers.size(); j++) {
                Transition t = bench.at(producers.get(j));
                boolean twoChoices = !next.some().isEmpty() && !t.some().isEmpty();
                if (twoChoices || marks(t, after)) {
                    return false;
                }
            }
            boolean one = next.some().isEmpty() && next.put().size() == 1;
            for (int j = 0; j < choosers.size(); j++) {
                if (!one || marks(bench.at(choosers.get(j)), after)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean marks(Transition t, Marks places) {
        return t.put().meets(places) || !t.some().isEmpty() && t.somePlaces().meets(places);
    }

    private void fuse(int place) {
        int[] nexts = bench.consumers(place).toArray();
        Transition only = bench.at(nexts[0]);
        for (int producer : bench.producers(place).toArray()) {
            Transition t = bench.at(producer);
            if (nexts.length == 1) {
                bench.replace(producer, joined(t, only, place));
            } else {
                bench.remove(producer);
                for (int next : nexts) {
                    bench.add(joined(t, bench.at(next), place));
                }
            }
        }
        for (int chooser : bench.choosers(place).toArray()) {
            bench.replace(chooser, chosen(bench.at(chooser), only, place));
        }
        if (bench.initial().has(place)) {
            bench.begin(bench.initial().without(place).plus(only.put()), only.trail());
            bench.alive(only.also());
        }
        for (int next : nexts) {
            bench.remove(next);
        }
    }

    private static Transition joined(Transition t, Transition next, int place) {
        Transition joined =
                t.putting(t.put().without(place).plus(next.put()))
                        .then(next.trail())
                        .with(next.also());
        return next.some().isEmpty() ? joined : joined.choosing(next.some());
    }

    private static Transition chosen(Transition t, Transition next, int place) {
        return t.choosing(
                        t.some().stream()
                                .map(branch ->
                                        branch.place() == place
                                                ? new Transition.Branch(
                                                        next.put().first(),
                                                        branch.after().then(next.trail()))
                                                : branch)
                                .toList())
                .with(next.also());
    }
}
