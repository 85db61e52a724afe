package org.onego.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.Choice;
import org.onego.bundle.pack.CompiledBundle.GuideOption;
import org.onego.bundle.pack.CompiledBundle.GuideQuestion;

/// Every selection to which a guide can lead, each once: those with everything chosen first, for
/// they show most.
///
/// @param complete whether these are all; a guide with very many ways is walked as far as the limit
public record GuideWays(List<Selection> selections, boolean complete) {

    /// Choices among more items than this are tried one by one, not in every combination.
    private static final int COMBINED = 6;

    public GuideWays {
        selections = List.copyOf(selections);
    }

    /// @param limit how many selections at most
    public static GuideWays of(PublishedBundle bundle, int limit) {
        Walk walk = new Walk(bundle, limit);
        walk.from(new LinkedHashMap<>());
        return walk.result();
    }

    private static final class Walk {

        private final PublishedBundle bundle;
        private final int limit;
        private final Set<Selection> full = new LinkedHashSet<>();
        private final Set<Selection> partial = new LinkedHashSet<>();
        private boolean complete = true;

        Walk(PublishedBundle bundle, int limit) {
            this.bundle = bundle;
            this.limit = limit;
        }

        GuideWays result() {
            Set<Selection> all = new LinkedHashSet<>(full);
            all.addAll(partial);
            return new GuideWays(new ArrayList<>(all), complete);
        }

        void from(Map<String, String> answers) {
            if (full.size() + partial.size() >= limit) {
                complete = false;
                return;
            }
            switch (bundle.guide(new GuideAnswers(answers, null))) {
                case GuideOutcome.Ask(GuideQuestion question) -> {
                    for (GuideOption option : question.options()) {
                        Map<String, String> further = new LinkedHashMap<>(answers);
                        further.put(question.id(), option.value());
                        from(further);
                    }
                }
                case GuideOutcome.Stopped _ -> {}
                case GuideOutcome.Complete(Selection selection) -> full.add(selection);
                case GuideOutcome.Choose(_, List<BundleItem> choosable) -> {
                    Set<String> ids = new LinkedHashSet<>();
                    choosable.forEach(item -> ids.add(item.item().id()));
                    choose(answers, ids, full);
                    for (Set<String> chosen : choices(choosable, ids)) {
                        choose(answers, chosen, partial);
                    }
                }
            }
        }

        private void choose(Map<String, String> answers, Set<String> chosen, Set<Selection> found) {
            if (full.size() + partial.size() >= limit) {
                complete = false;
            } else if (bundle.guide(new GuideAnswers(answers, chosen))
                    instanceof GuideOutcome.Complete(Selection selection)) {
                found.add(selection);
            }
        }

        private Set<Set<String>> choices(List<BundleItem> choosable, Set<String> ids) {
            Set<Set<String>> choices = new LinkedHashSet<>();
            List<String> order = List.copyOf(ids);
            if (order.size() <= COMBINED) {
                for (int bits = 0; bits < 1 << order.size(); bits++) {
                    Set<String> chosen = new HashSet<>();
                    for (int i = 0; i < order.size(); i++) {
                        if ((bits >> i & 1) == 1) {
                            chosen.add(order.get(i));
                        }
                    }
                    choices.add(chosen);
                }
                return choices;
            }
            complete = false;
            choices.add(Set.of());
            Set<String> preselected = new HashSet<>();
            choosable.stream()
                    .filter(item -> item.choice() == Choice.PRESELECTED)
                    .forEach(item -> preselected.add(item.item().id()));
            choices.add(preselected);
            for (String one : order) {
                choices.add(Set.of(one));
                Set<String> without = new HashSet<>(ids);
                without.remove(one);
                choices.add(without);
            }
            return choices;
        }
    }
}
