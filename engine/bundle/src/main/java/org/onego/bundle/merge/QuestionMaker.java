package org.onego.bundle.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.element.Code;
import org.onego.bundle.element.Element;
import org.onego.bundle.element.Text;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.Field;
import org.onego.bundle.merge.Question.Source;
import org.onego.bundle.pack.CompiledBundle;
import tools.jackson.databind.node.ObjectNode;

/// Makes one question of the fields that ask for the same.
final class QuestionMaker {

    private final CompiledBundle bundle;
    private final Selection selection;
    private final AskedFields.Found found;
    private final Producers producers;
    private final Function<List<AskedField>, Constraints> constraining;

    /// @param conflicts why no answer would satisfy all fields; empty when some does
    record Made(Question question, List<Conflict> conflicts) {}

    /// @param constraining what some fields demand together
    QuestionMaker(
            CompiledBundle bundle,
            Selection selection,
            AskedFields.Found found,
            Producers producers,
            Function<List<AskedField>, Constraints> constraining) {
        this.bundle = bundle;
        this.selection = selection;
        this.found = found;
        this.producers = producers;
        this.constraining = constraining;
    }

    Made make(QuestionId id, List<AskedField> fields) {
        AskedField deciding = deciding(id, fields);
        @Nullable Element element = element(deciding.field());
        Constraints constraints = constraining.apply(fields);
        ObjectNode schema =
                constraints.isEmpty()
                        ? constraining.apply(List.of(deciding)).schema()
                        : constraints.schema();
        List<Code> codes = codes(deciding, fields, constraints);
        Question question =
                new Question(
                        id,
                        title(id, element, deciding.field(), fields),
                        hint(element, deciding.field(), fields),
                        schema,
                        element,
                        element != null ? element.widget() : Widgets.of(schema, codes),
                        codes,
                        fields.stream().map(AskedField::origin).toList(),
                        source(fields));
        return new Made(question, constraints.conflicts(id));
    }

    private @Nullable Element element(Field field) {
        return field.element() == null ? null : bundle.dictionary().elements().get(field.element());
    }

    /// The field whose element, labels and format the question is asked with.
    private AskedField deciding(QuestionId id, List<AskedField> fields) {
        AskedField elsewhere = found.askedAs().get(id);
        if (elsewhere != null) {
            return elsewhere;
        }
        return fields.stream()
                .filter(field -> field.own().equals(id) && field.converter() == null)
                .findFirst()
                .orElse(fields.getFirst());
    }

    private Text title(
            QuestionId id, @Nullable Element element, Field deciding, List<AskedField> fields) {
        Text declared = found.titles().get(id);
        if (declared != null) {
            return declared;
        }
        Text general = element != null ? element.title() : deciding.title();
        return agreed(fields, Field::title).orElse(general);
    }

    private static @Nullable Text hint(
            @Nullable Element element, Field deciding, List<AskedField> fields) {
        Text general = element != null ? element.hint() : deciding.hint();
        return agreed(fields, Field::hint).orElse(general);
    }

    /// What all fields say, when they say the same.
    private static Optional<Text> agreed(
            List<AskedField> fields, Function<Field, @Nullable Text> text) {
        Set<Optional<Text>> said = new HashSet<>();
        fields.forEach(field -> said.add(Optional.ofNullable(text.apply(field.field()))));
        return said.size() == 1 ? said.iterator().next() : Optional.empty();
    }

    private List<Code> codes(
            AskedField deciding, List<AskedField> fields, Constraints constraints) {
        List<List<Code>> lists = new ArrayList<>();
        lists.add(codes(deciding.field()));
        for (AskedField field : fields) {
            if (field.converter() == null) {
                lists.add(codes(field.field()));
            }
        }
        return Codes.common(lists, constraints.always());
    }

    private List<Code> codes(Field field) {
        Element element = element(field);
        return element != null && element.codes() != null
                ? element.codes().codes()
                : Codes.own(field.schema());
    }

    private Source source(List<AskedField> fields) {
        boolean given =
                fields.stream()
                        .filter(field -> field.converter() == null)
                        .anyMatch(field ->
                                GivenAnswers.of(selection, field.item().id(), field.field())
                                        != null);
        if (given) {
            return new Source.Given();
        }
        return producers.of(fields).<Source>map(Source.Deferred::new).orElseGet(Source.Asked::new);
    }
}
