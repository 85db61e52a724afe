package org.onego.bundle.plan.soundness;

/// A place from which a token can always move on, whatever happens elsewhere, is left out: what
/// marks it does the next step in the same go.
///
/// Nothing is lost: the next step needs this place only, so it can happen at once after the place
/// is marked; and nothing looks at the place or clears it that does not treat the places after it
/// alike. Where two tokens would have met in the place, they meet after it.
final class FuseSeries {

    private final Workbench bench;
    private final int[] signatures;

    private FuseSeries(Workbench bench) {
        this.bench = bench;
        this.signatures = bench.signatures();
    }

    /// @param choices whether to leave out places with several next steps, too; one of them a call
    static boolean apply(Workbench bench, boolean choices) {
        FuseSeries fuse = new FuseSeries(bench);
        boolean changed = false;
        for (int place = 0; place < bench.places(); place++) {
            int next = bench.consumers(place).size();
            if (choices ? next < 2 : next != 1) {
                continue;
            }
            if (fuse.leavable(place) && fuse.takable(place)) {
                fuse(bench, place);
                changed = true;
                if (choices) {
                    return true;
                }
            }
        }
        return changed;
    }

    private boolean leavable(int place) {
        for (int consumer : bench.consumers(place).toArray()) {
            Transition next = bench.at(consumer);
            if (!leavable(next, place) || !alike(next, place)) {
                return false;
            }
        }
        return true;
    }

    static boolean leavable(Transition next, int place) {
        Marks after = next.put().plus(next.somePlaces());
        return next.need().isOnly(place) && next.isPlain() && !after.isEmpty() && !after.has(place);
    }

    private boolean alike(Transition next, int place) {
        Marks after = next.put().plus(next.somePlaces());
        for (int i = 0; i < after.size(); i++) {
            if (signatures[after.get(i)] != signatures[place]) {
                return false;
            }
        }
        return true;
    }

    private boolean takable(int place) {
        return takable(bench, place);
    }

    /// Whether everything that marks the place can do the next step as well.
    static boolean takable(Workbench bench, int place) {
        int[] nexts = bench.consumers(place).toArray();
        int producers = bench.producers(place).size();
        int choosers = bench.choosers(place).size();
        boolean initial = bench.initial().has(place);
        if (bench.unreached(place)
                || nexts.length > 1 && (producers != 1 || choosers != 0 || initial)) {
            return false;
        }
        for (int number : nexts) {
            Transition next = bench.at(number);
            Marks after = next.put().plus(next.somePlaces());
            if (initial && (!next.some().isEmpty() || bench.initial().meets(after))) {
                return false;
            }
            for (int producer : bench.producers(place).toArray()) {
                Transition t = bench.at(producer);
                boolean twoChoices = !next.some().isEmpty() && !t.some().isEmpty();
                if (twoChoices || t.put().meets(after) || t.somePlaces().meets(after)) {
                    return false;
                }
            }
            for (int chooser : bench.choosers(place).toArray()) {
                Transition t = bench.at(chooser);
                boolean one = next.some().isEmpty() && next.put().size() == 1;
                if (!one || t.put().meets(after) || t.somePlaces().meets(after)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Does it, where {@link #takable} and the reasons of the caller allow it.
    static void fuse(Workbench bench, int place) {
        int[] nexts = bench.consumers(place).toArray();
        for (int producer : bench.producers(place).toArray()) {
            Transition t = bench.at(producer);
            if (nexts.length == 1) {
                bench.replace(producer, joined(t, bench.at(nexts[0]), place));
            } else {
                bench.remove(producer);
                for (int next : nexts) {
                    bench.add(joined(t, bench.at(next), place));
                }
            }
        }
        Transition only = bench.at(nexts[0]);
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
