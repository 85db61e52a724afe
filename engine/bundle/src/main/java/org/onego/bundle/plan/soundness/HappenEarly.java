package org.onego.bundle.plan.soundness;

/// A non-interrupting event, which may happen once while its activity runs, happens at the
/// activity's start or not at all.
///
/// Its token may wait after the event as long as it may wait before it, so nothing that could be
/// reached by a late event is missed. Where an early event would meet a token that a late one would
/// not, the event could have been early in the drawn process as well.
final class HappenEarly {

    private HappenEarly() {}

    static boolean apply(Workbench bench) {
        boolean changed = false;
        for (int armed = 0; armed < bench.places(); armed++) {
            if (bench.place(armed).kind() == Place.Kind.ARMED
                    && bench.consumers(armed).size() == 1
                    && bench.choosers(armed).size() == 0
                    && bench.producers(armed).size() > 0
                    && !bench.initial().has(armed)) {
                changed |= early(bench, armed, bench.consumers(armed).only());
            }
        }
        return changed;
    }

    private static boolean early(Workbench bench, int armed, int event) {
        Transition happens = bench.at(event);
        Marks host = happens.need().without(armed);
        if (host.size() != 1
                || !happens.isPlain()
                || !happens.some().isEmpty()
                || !happens.put().has(host.first())) {
            return false;
        }
        int busy = host.first();
        Marks after = happens.put().without(busy);
        if (!startsWith(bench, armed, busy, after)
                || !endsWith(bench, armed, busy, event)
                || !alike(bench, armed, busy, after, event)) {
            return false;
        }
        for (int producer : bench.producers(armed).toArray()) {
            Transition without = bench.at(producer);
            without = without.putting(without.put().without(armed));
            bench.replace(producer, without);
            bench.add(
                    without.putting(without.put().plus(after))
                            .then(happens.trail())
                            .with(happens.also()));
        }
        bench.remove(event);
        return true;
    }

    /// Armed exactly when the activity starts.
    private static boolean startsWith(Workbench bench, int armed, int busy, Marks after) {
        for (int producer : bench.producers(armed).toArray()) {
            Transition t = bench.at(producer);
            if (!t.put().has(busy) || t.put().meets(after) || t.somePlaces().meets(after)) {
                return false;
            }
        }
        return true;
    }

    /// Disarmed when it ends, which it can at any time: deciding early that the event does not
    /// happen must not take the last way on from an activity that is stuck.
    private static boolean endsWith(Workbench bench, int armed, int busy, int event) {
        boolean canEnd = false;
        for (int consumer : bench.consumers(busy).toArray()) {
            Transition t = bench.at(consumer);
            if (consumer != event && !t.put().has(busy)) {
                if (!t.clear().has(armed)) {
                    return false;
                }
                canEnd |= t.need().isOnly(busy) && t.any().isEmpty() && t.blockers().isEmpty();
            }
        }
        return canEnd;
    }

    /// Nothing else looks at the event, or clears one of activity, event and what follows, but not
    /// the others.
    private static boolean alike(Workbench bench, int armed, int busy, Marks after, int event) {
        for (int i = 0; i < bench.count(); i++) {
            Transition t = bench.get(i);
            if (t == null || i == event || t.isPlain()) {
                continue;
            }
            boolean ends = t.need().has(busy);
            boolean clears = t.clear().has(busy);
            if (t.any().has(armed)
                    || t.clear().has(armed) && !clears && !ends
                    || clears && !t.clear().has(armed)) {
                return false;
            }
            for (int j = 0; j < after.size(); j++) {
                int next = after.get(j);
                boolean sameGuards =
                        t.any().has(next) == t.any().has(busy)
                                && t.clear().has(next) == clears
                                && t.blockers().stream()
                                        .allMatch(b ->
                                                b.places().has(next) == b.places().has(busy)
                                                        && b.unless().has(next)
                                                                == b.unless().has(busy)
                                                        && !b.places().has(armed));
                if (!sameGuards) {
                    return false;
                }
            }
        }
        return true;
    }
}
