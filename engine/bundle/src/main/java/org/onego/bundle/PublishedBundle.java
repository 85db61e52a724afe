package org.onego.bundle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.onego.bundle.element.Text;
import org.onego.bundle.guide.Guide;
import org.onego.bundle.guide.GuideAnswers;
import org.onego.bundle.guide.GuideOutcome;
import org.onego.bundle.guide.Selection;
import org.onego.bundle.item.RowSubject;
import org.onego.bundle.merge.Answers;
import org.onego.bundle.merge.MergedForm;
import org.onego.bundle.merge.MergedMaterial;
import org.onego.bundle.merge.Merger;
import org.onego.bundle.merge.QuestionId;
import org.onego.bundle.merge.RepeatedSubject;
import org.onego.bundle.merge.Rows;
import org.onego.bundle.pack.CompiledBundle;
import org.onego.bundle.pack.CompiledBundle.BundleItem;
import org.onego.bundle.pack.CompiledBundle.Choice;
import org.onego.bundle.pack.CompiledBundle.Subject;
import org.onego.bundle.page.FormPage;
import org.onego.bundle.page.PagePlanner;
import org.onego.bundle.plan.DeadlinePlan;
import org.onego.bundle.plan.DeadlinePlanner;
import org.onego.bundle.plan.ItemState;
import org.onego.bundle.plan.ProcessPicture;
import org.onego.bundle.plan.ProcessPlan;
import org.onego.bundle.plan.ProcessPlanner;
import org.onego.bundle.prefill.PrefillPlan;
import org.onego.bundle.prefill.PrefillPlanner;
import org.onego.bundle.prefill.PrefillRequest;
import org.onego.bundle.project.NeededMaterials;
import org.onego.bundle.project.Projector;
import org.onego.bundle.rule.FormRules;
import org.onego.bundle.rule.FormState;
import org.onego.bundle.rule.MergedSchema;
import org.onego.bundle.rule.MergedUi;
import org.onego.bundle.schema.CompiledSchema;
import org.onego.bundle.schema.JsonSchemas;
import org.onego.bundle.validate.AnswerError;
import org.onego.bundle.validate.AnswerValidator;
import org.onego.bundle.validate.FindDoubts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One version of one package, ready to be used: it answers every question about it, and computes
/// each answer once. Immutable and thread-safe.
public final class PublishedBundle {

    /// More selections than any guide leads to; what is beyond is computed again when it comes.
    private static final int SELECTIONS = 512;

    private final CompiledBundle bundle;
    private final Function<JsonNode, CompiledSchema> compiler;
    private final Once<Selection, Prepared> prepared;

    /// By the selection as it is asked for, in which the number of rows isn't settled yet.
    private final Once<Selection, Prepared> asked;

    private final Supplier<ProcessPlan> process;

    /// All that follows from a selection.
    private record Prepared(
            MergedForm form,
            FormRules rules,
            AnswerValidator validator,
            Map<String, Projector> projectors,
            List<FormPage> pages) {}

    /// With the system's clock.
    public PublishedBundle(CompiledBundle bundle) {
        this(bundle, new JsonSchemas()::compile);
    }

    /// @param compiler compiles the parts of conditions that are taken apart
    public PublishedBundle(CompiledBundle bundle, Function<JsonNode, CompiledSchema> compiler) {
        this.bundle = bundle;
        this.compiler = compiler;
        this.process = new Once<String, ProcessPlan>(1, _ -> ProcessPlanner.plan(bundle)).of("");
        Merger merger = new Merger(bundle, compiler);
        this.prepared =
                new Once<>(
                        SELECTIONS,
                        selection -> {
                            MergedForm form = merger.merge(selection);
                            FormRules rules = FormRules.of(bundle, form, compiler);
                            Map<String, Projector> projectors = Projector.of(bundle, form);
                            return new Prepared(
                                    form,
                                    rules,
                                    new AnswerValidator(bundle, form, rules, projectors),
                                    projectors,
                                    PagePlanner.plan(bundle, form, rules.all()));
                        });
        this.asked =
                new Once<>(SELECTIONS, selection -> prepared.get(Rows.settle(bundle, selection)));
    }

    public CompiledBundle compiled() {
        return bundle;
    }

    /// Compiles schemas as this bundle's were compiled.
    public Function<JsonNode, CompiledSchema> compiler() {
        return compiler;
    }

    /// Where the guide stands after these answers; a selection when it is done.
    public GuideOutcome guide(GuideAnswers answers) {
        return Guide.at(bundle, answers);
    }

    /// Where the guide stands when whoever says nothing about the choice of items takes what is
    /// preselected; never at the choice itself.
    public GuideOutcome guideAsUsual(GuideAnswers answers) {
        GuideOutcome outcome = guide(answers);
        if (!(outcome instanceof GuideOutcome.Choose(_, List<BundleItem> choosable))) {
            return outcome;
        }
        Set<String> usual =
                choosable.stream()
                        .filter(item -> item.choice() == Choice.PRESELECTED)
                        .map(item -> item.item().id())
                        .collect(Collectors.toSet());
        return guide(new GuideAnswers(answers.answers(), usual, answers.rows()));
    }

    /// The items' forms as one form.
    public MergedForm form(Selection selection) {
        return asked.get(selection).form();
    }

    /// When each question is shown and when it must be answered.
    public FormRules rules(MergedForm form) {
        return prepared.get(form.selection()).rules();
    }

    /// The form as one JSON Schema 2020-12 of the answers.
    public ObjectNode schema(MergedForm form, Locale locale) {
        return MergedSchema.of(form, rules(form), locale);
    }

    /// The form's layout as a JSON Forms UI schema, to be used with its schema.
    public ObjectNode layout(MergedForm form, Locale locale) {
        Map<String, Text> subjects = new LinkedHashMap<>();
        for (QuestionId question : form.questions().keySet()) {
            subjects.computeIfAbsent(question.subject(), this::title);
        }
        return MergedUi.of(form, rules(form), subjects, locale);
    }

    /// Which questions the citizen sees and must answer, after these answers.
    public FormState state(MergedForm form, Answers answers) {
        return rules(form).evaluate(answers);
    }

    /// The subjects of whom there may be several, with how many there are and may be. To change
    /// that, answer the guide with [GuideAnswers#withRows].
    public List<RepeatedSubject> repeated(MergedForm form) {
        return Rows.of(bundle, form.selection());
    }

    /// What a subject is called; a row has its number behind it.
    public Text title(String subject) {
        Subject declared = bundle.subjects().get(RowSubject.declared(subject));
        Text title = declared == null ? Text.of(subject) : declared.title();
        if (!RowSubject.isRow(subject)) {
            return title;
        }
        String number = " " + RowSubject.number(subject);
        return new Text(title.zh() + number, title.en() == null ? null : title.en() + number);
    }

    /// The form cut into pages, in the order in which they are asked.
    public List<FormPage> pages(MergedForm form) {
        return prepared.get(form.selection()).pages();
    }

    /// The materials needed after these answers, with how each comes in.
    public List<MergedMaterial> materials(MergedForm form, Answers answers) {
        return NeededMaterials.of(bundle, form, answers);
    }

    /// The document that one item's department receives.
    public ObjectNode project(MergedForm form, String item, Answers answers) {
        Projector selected = prepared.get(form.selection()).projectors().get(item);
        return selected == null
                ? Projector.project(bundle.item(item), form, answers)
                : selected.project(answers);
    }

    /// Everything that is wrong with the answers; empty when they can be submitted.
    public List<AnswerError> validate(MergedForm form, Answers answers) {
        return prepared.get(form.selection()).validator().validate(answers);
    }

    /// What is probably wrong with the answers although every item takes them; it stops nothing.
    public List<AnswerError> doubts(MergedForm form, Answers answers) {
        return FindDoubts.of(form, answers);
    }

    /// What is wrong with the answers to these questions.
    public List<AnswerError> validatePage(MergedForm form, Set<QuestionId> page, Answers answers) {
        return prepared.get(form.selection()).validator().validatePage(page, answers);
    }

    /// What one item refuses when it starts, with the results of the items before it among the
    /// answers.
    public List<AnswerError> validateItem(MergedForm form, String item, Answers answers) {
        return prepared.get(form.selection()).validator().validateItem(item, answers);
    }

    /// Which certificates to read, in which order.
    ///
    /// @param open the questions without an answer
    /// @param authorised the subjects whose own certificates may be read; the applicant always is
    ///   one
    public PrefillPlan prefillPlan(MergedForm form, Set<QuestionId> open, Set<String> authorised) {
        return prefillPlan(form, PrefillRequest.of(form, open, authorised));
    }

    /// Which certificates to read, in which order.
    public PrefillPlan prefillPlan(MergedForm form, PrefillRequest request) {
        return PrefillPlanner.plan(bundle, form, request);
    }

    /// How long these items take together, in working days.
    public DeadlinePlan deadlines(Collection<String> items) {
        return DeadlinePlanner.plan(bundle, items);
    }

    /// These items and what waits for what, as an SVG with each item's state.
    public String picture(Collection<String> items, Map<String, ItemState> states, Locale locale) {
        return ProcessPicture.svg(bundle, items, states, locale);
    }

    /// The one process in which all items run, whichever of them are selected.
    public ProcessPlan process() {
        return process.get();
    }
}
