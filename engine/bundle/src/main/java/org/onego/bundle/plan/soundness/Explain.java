package org.onego.bundle.plan.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an exploration found, in the words of the diagram.
final class Explain {

    /// @param net as drawn
    record Trouble(Net net, Explore.Result found) {}

    private static final int MOST_NAMED = 5;

    private final ProcessGraph graph;

    Explain(ProcessGraph graph) {
        this.graph = graph;
    }

    Optional<Soundness.Unsound> shown(Trouble trouble) {
        return shown(trouble.net(), trouble.found());
    }

    Optional<Soundness.Unsound> shown(Net net, Explore.Result found) {
        return switch (found) {
            case Explore.Fine _, Explore.TooMany _ -> Optional.empty();
            case Explore.Collision(List<Trail> path, int _) -> collision(net, path);
            case Explore.Doomed(List<Trail> path, boolean stuck, int _) ->
                    Optional.of(doomed(net, path, stuck));
        };
    }

    private Optional<Soundness.Unsound> collision(Net net, List<Trail> path) {
        Replay replay = Replay.of(net, path);
        if (replay.collision() < 0) {
            return Optional.empty();
        }
        Place place = net.places().get(replay.collision());
        boolean ended = place.kind() == Place.Kind.ENDED;
        String where =
                ended
                        ? "'%s' is reached a second time".formatted(name(place))
                        : "two tokens meet %s".formatted(at(place));
        return Optional.of(
                new Soundness.Unsound(
                        ended ? Violation.PROPER_COMPLETION : Violation.SAFENESS,
                        steps(net, replay),
                        where,
                        List.of(element(place))));
    }

    private Soundness.Unsound doomed(Net net, List<Trail> path, boolean stuck) {
        Replay replay = Replay.of(net, path);
        List<Place> waiting = new ArrayList<>();
        replay.marked()
                .forEach(number -> {
                    Place place = net.places().get(number);
                    if (place.active() && place.of() >= 0) {
                        waiting.add(place);
                    }
                });
        String tokens =
                waiting.stream().limit(MOST_NAMED).map(this::at).collect(Collectors.joining(", "));
        String where =
                (stuck
                                ? "nothing can happen any more with a token "
                                : "the end cannot be reached any more with a token ")
                        + tokens;
        return new Soundness.Unsound(
                Violation.OPTION_TO_COMPLETE,
                steps(net, replay),
                where,
                waiting.stream().map(this::element).distinct().toList());
    }

    static Soundness.Unsound dead(List<Node> nodes) {
        String names =
                nodes.stream()
                        .limit(MOST_NAMED)
                        .map(node -> "'" + node.step().text() + "'")
                        .collect(Collectors.joining(", "));
        String more =
                nodes.size() > MOST_NAMED
                        ? " and %d more".formatted(nodes.size() - MOST_NAMED)
                        : "";
        return new Soundness.Unsound(
                Violation.DEAD_STEP,
                List.of(),
                names + more + " can never happen",
                nodes.stream().map(node -> node.step().id()).toList());
    }

    private List<Step> steps(Net net, Replay replay) {
        List<Step> steps = new ArrayList<>();
        for (Replay.Fired fired : replay.fired()) {
            Net.Act act = net.acts().get(fired.transition());
            String way = fired.chosen().isEmpty() ? act.way() : ways(net, fired.chosen());
            for (int node : act.nodes()) {
                Step step = graph.node(node).step();
                boolean last = node == act.nodes().getLast();
                steps.add(new Step(step.id(), step.type(), step.name(), last ? way : ""));
            }
        }
        return steps;
    }

    private String ways(Net net, Marks chosen) {
        List<String> ways = new ArrayList<>();
        chosen.forEach(place -> ways.add(flow(net.places().get(place)).name()));
        return ways.stream().filter(way -> !way.isBlank()).collect(Collectors.joining(" + "));
    }

    private ProcessGraph.Flow flow(Place place) {
        return graph.flows().get(place.of());
    }

    private String at(Place place) {
        return switch (place.kind()) {
            case FLOW ->
                    "between '%s' and '%s'"
                            .formatted(
                                    graph.node(flow(place).source()).step().text(),
                                    graph.node(flow(place).target()).step().text());
            case BUSY, WITHIN -> "in '" + name(place) + "'";
            case ENTRY, ARMED -> "at '" + name(place) + "'";
            case ENDED -> "after '" + name(place) + "'";
        };
    }

    private String name(Place place) {
        return graph.node(place.of()).step().text();
    }

    private String element(Place place) {
        return place.kind() == Place.Kind.FLOW
                ? flow(place).id()
                : graph.node(place.of()).step().id();
    }
}
