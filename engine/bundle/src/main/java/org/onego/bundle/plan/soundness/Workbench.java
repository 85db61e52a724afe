package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A net while it is being reduced: which transitions mark and need each place, and what else looks
/// at it.
final class Workbench {

    private final Net net;
    private final List<@Nullable Transition> transitions = new ArrayList<>();
    private final IntBag[] producers;
    private final IntBag[] choosers;
    private final IntBag[] consumers;
    private Marks initial;
    private Marks active;
    private Trail before;
    private Trail alive = Trail.NONE;

    Workbench(Net net) {
        this.net = net;
        this.initial = net.initial();
        this.active = net.active();
        this.before = net.before();
        int places = net.places().size();
        this.producers = bags(places);
        this.choosers = bags(places);
        this.consumers = bags(places);
        net.transitions().forEach(this::add);
    }

    private static IntBag[] bags(int count) {
        IntBag[] bags = new IntBag[count];
        for (int i = 0; i < count; i++) {
            bags[i] = new IntBag();
        }
        return bags;
    }

    Net result() {
        List<Transition> left = transitions.stream().filter(Objects::nonNull).toList();
        return new Net(net.places(), net.acts(), left, initial, active, before);
    }

    /// What can happen for certain, whatever is explored.
    Trail alive() {
        return alive;
    }

    int places() {
        return producers.length;
    }

    Place place(int number) {
        return net.places().get(number);
    }

    boolean active(int place) {
        return active.has(place);
    }

    Marks initial() {
        return initial;
    }

    /// The transitions that always mark the place.
    IntBag producers(int place) {
        return producers[place];
    }

    /// The transitions of whose choice the place is one branch.
    IntBag choosers(int place) {
        return choosers[place];
    }

    IntBag consumers(int place) {
        return consumers[place];
    }

    boolean unreached(int place) {
        return producers[place].size() == 0 && choosers[place].size() == 0 && !initial.has(place);
    }

    int count() {
        return transitions.size();
    }

    @Nullable Transition get(int number) {
        return transitions.get(number);
    }

    Transition at(int number) {
        return Objects.requireNonNull(transitions.get(number));
    }

    void add(Transition transition) {
        transitions.add(transition);
        enter(transitions.size() - 1, transition);
    }

    void remove(int number) {
        leave(number, at(number));
        transitions.set(number, null);
    }

    void replace(int number, Transition by) {
        Transition old = at(number);
        transitions.set(number, by);
        change(consumers, number, old.need(), by.need());
        change(producers, number, old.put(), by.put());
        if (old.some() != by.some()) {
            change(choosers, number, old.somePlaces(), by.somePlaces());
        }
    }

    private static void change(IntBag[] bags, int number, Marks old, Marks by) {
        if (old != by) {
            old.minus(by).forEach(place -> bags[place].remove(number));
            by.minus(old).forEach(place -> bags[place].add(number));
        }
    }

    private void enter(int number, Transition t) {
        t.need().forEach(place -> consumers[place].add(number));
        t.put().forEach(place -> producers[place].add(number));
        t.some().forEach(branch -> choosers[branch.place()].add(number));
    }

    private void leave(int number, Transition t) {
        t.need().forEach(place -> consumers[place].remove(number));
        t.put().forEach(place -> producers[place].remove(number));
        t.some().forEach(branch -> choosers[branch.place()].remove(number));
    }

    void begin(Marks marks, Trail happened) {
        initial = marks;
        before = before.then(happened);
        alive = alive.then(happened);
    }

    void alive(Trail trail) {
        alive = alive.then(trail);
    }
}
