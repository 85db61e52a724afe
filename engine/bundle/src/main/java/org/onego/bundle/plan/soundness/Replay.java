package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Plays a path in the net as drawn, step by step. A counterexample is shown only after it has been
/// played.
final class Replay {

    private final Net net;
    private final List<Trail> path;
    private final BitSet marked = new BitSet();
    private final List<Fired> fired = new ArrayList<>();
    private int collision = -1;

    /// @param chosen the places put of those of which there was a choice
    record Fired(int transition, Marks chosen) {}

    private Replay(Net net, List<Trail> path) {
        this.net = net;
        this.path = path;
        net.initial().forEach(marked::set);
    }

    /// @param net as drawn
    static Replay of(Net net, List<Trail> trails) {
        List<Trail> path = trails.stream().flatMap(trail -> trail.flat().stream()).toList();
        Replay replay = new Replay(net, path);
        for (int i = 0; i < path.size() && replay.collision < 0; i++) {
            if (path.get(i) instanceof Trail.Fire(int transition)) {
                replay.fire(transition, replay.chosen(transition, i + 1));
            }
        }
        return replay;
    }

    private Marks chosen(int transition, int from) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = from; i < path.size(); i++) {
            switch (path.get(i)) {
                case Trail.Choose(int of, int place) when of == transition -> chosen.add(place);
                case Trail.Fire(int again) when again == transition -> {
                    return Marks.of(chosen);
                }
                case Trail _ -> {
                    // Something else on the way.
                }
            }
        }
        return Marks.of(chosen);
    }

    private void fire(int number, Marks chosen) {
        Transition t = net.transitions().get(number);
        if (!enabled(t) || t.some().isEmpty() != chosen.isEmpty()) {
            throw new IllegalStateException(
                    "A counterexample cannot be played: transition %d, %s, is not possible in %s"
                            .formatted(number, t, marked));
        }
        t.need().forEach(marked::clear);
        t.clear().forEach(marked::clear);
        fired.add(new Fired(number, chosen));
        t.put()
                .plus(chosen)
                .forEach(place -> {
                    if (marked.get(place) && collision < 0) {
                        collision = place;
                    }
                    marked.set(place);
                });
    }

    private boolean enabled(Transition t) {
        return marked(t.need()) == t.need().size()
                && (t.any().isEmpty() || marked(t.any()) > 0)
                && t.blockers().stream()
                        .allMatch(b -> marked(b.places()) == 0 || marked(b.unless()) > 0);
    }

    private int marked(Marks places) {
        int count = 0;
        for (int i = 0; i < places.size(); i++) {
            count += marked.get(places.get(i)) ? 1 : 0;
        }
        return count;
    }

    /// The place where two tokens met; -1 when none did.
    int collision() {
        return collision;
    }

    Marks marked() {
        return Marks.of(marked.stream().toArray());
    }

    List<Fired> fired() {
        return fired;
    }

    /// Whether anything is possible now.
    boolean stuck() {
        return net.transitions().stream().noneMatch(this::enabled);
    }
}
