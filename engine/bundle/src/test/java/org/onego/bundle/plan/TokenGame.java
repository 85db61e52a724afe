package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onego.bundle.plan.ProcessGraph.Call;
import org.onego.bundle.plan.ProcessGraph.End;
import org.onego.bundle.plan.ProcessGraph.Exclusive;
import org.onego.bundle.plan.ProcessGraph.Flow;
import org.onego.bundle.plan.ProcessGraph.Parallel;
import org.onego.bundle.plan.ProcessGraph.Start;
import org.onego.bundle.plan.ProcessGraph.Step;
import org.onego.bundle.plan.ProcessGraph.Task;
import org.onego.bundle.plan.ProcessGraph.Wait;

/// Plays a composed process token by token, as the standard says, until nothing moves.
final class TokenGame {

    private static final Pattern TERM = Pattern.compile("(!?)([a-z_0-9]+)");

    private final ProcessGraph graph;
    private final Map<String, Object> variables;
    private final Map<String, Boolean> decisions;
    private final Map<String, Integer> tokens = new HashMap<>();

    /// The items whose process was called, in order.
    final List<String> called = new ArrayList<>();

    /// The items that share a step and were taken up, in order.
    final List<String> accepted = new ArrayList<>();

    int ended;

    /// @param decisions item → whether its department approves it
    TokenGame(ProcessGraph graph, Map<String, Object> atStart, Map<String, Boolean> decisions) {
        this.graph = graph;
        this.variables = new HashMap<>(atStart);
        this.decisions = decisions;
    }

    /// Tokens that are left when nothing moves any more.
    int play() {
        graph.steps().stream()
                .filter(Start.class::isInstance)
                .forEach(start -> graph.from(start).forEach(this::put));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Step step : graph.steps()) {
                moved |= move(step);
            }
        }
        return tokens.values().stream().mapToInt(Integer::intValue).sum();
    }

    private boolean move(Step step) {
        List<Flow> incoming = graph.to(step);
        List<Flow> ready =
                incoming.stream().filter(flow -> tokens.getOrDefault(flow.id(), 0) > 0).toList();
        if (ready.isEmpty() || (step instanceof Parallel && ready.size() < incoming.size())) {
            return false;
        }
        (step instanceof Parallel ? ready : ready.subList(0, 1)).forEach(this::take);
        switch (step) {
            case Start _ -> throw new AssertionError("a flow leads back to the start");
            case End _ -> ended++;
            case Parallel _ -> graph.from(step).forEach(this::put);
            case Exclusive _ -> put(choose(graph.from(step)));
            case Call call -> {
                call(call);
                graph.from(step).forEach(this::put);
            }
            case Task _, Wait _ -> throw new AssertionError(step + " is in no combined process");
        }
        return true;
    }

    private void call(Call call) {
        String item = call.item().id();
        boolean good = decisions.getOrDefault(item, false);
        switch (call.part()) {
            case WHOLE -> {
                called.add(item);
                variables.put(ProcessVariables.approved(item), good);
            }
            // A department that would not approve does not accept, every other time.
            case ACCEPT -> {
                accepted.add(item);
                variables.put(ProcessVariables.accepted(item), good || item.hashCode() % 2 == 0);
            }
            case DECIDE -> {
                called.add(item);
                variables.put(ProcessVariables.approved(item), good);
            }
        }
    }

    private Flow choose(List<Flow> flows) {
        if (flows.size() == 1) {
            return flows.getFirst();
        }
        return flows.stream()
                .filter(flow -> flow.condition() != null && holds(flow.condition()))
                .findFirst()
                .orElseGet(() -> flows.stream().filter(Flow::otherwise).findFirst().orElseThrow());
    }

    /// Reads `${a && (!b || c) && …}`.
    private boolean holds(String expression) {
        String inner = expression.substring(2, expression.length() - 1);
        for (String all : inner.split(" && ")) {
            boolean any = false;
            for (Matcher term = TERM.matcher(all); term.find(); ) {
                Object value = variables.get(term.group(2));
                if (!(value instanceof Boolean truth)) {
                    throw new AssertionError(term.group(2) + " is " + value);
                }
                any |= term.group(1).isEmpty() == truth;
            }
            if (!any) {
                return false;
            }
        }
        return true;
    }

    private void put(Flow flow) {
        if (tokens.merge(flow.id(), 1, (there, more) -> there + more) > 1) {
            throw new AssertionError("two tokens at once on " + flow.id());
        }
    }

    private void take(Flow flow) {
        tokens.merge(flow.id(), -1, Integer::sum);
    }
}
