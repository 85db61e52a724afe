package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.List;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.IOParameter;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.item.Item;
import org.onego.bundle.plan.Units.Part;

/// What ties a call activity to its item: which process it calls, under which case, and what is
/// handed over and taken back.
record CallItem(Item item, Part part) {

    /// Synchronous: a case waits in its own process, and asynchronous siblings would fight for the
    /// instance's lock.
    CallActivity inBundle(String bundle) {
        CallActivity call = new CallActivity();
        call.setCalledElement(ItemProcesses.keyOf(bundle, item, part));
        call.setSameDeployment(true);
        call.setBusinessKey("${" + ProcessVariables.caseOf(item.id()) + "}");
        call.setInParameters(
                List.of(
                        given(
                                ProcessVariables.APPLICATION_ID,
                                null,
                                ProcessVariables.APPLICATION_ID),
                        given(ProcessVariables.caseOf(item.id()), null, ProcessVariables.CASE_ID),
                        given(null, item.id(), ProcessVariables.ITEM),
                        given(null, item.department().id(), ProcessVariables.DEPARTMENT),
                        given(null, "${false}", ProcessVariables.ACCEPTED),
                        given(null, "${false}", ProcessVariables.APPROVED),
                        given(null, "${false}", ProcessVariables.CORRECTION)));
        List<IOParameter> back = new ArrayList<>();
        if (part == Part.ACCEPT) {
            back.add(given(ProcessVariables.ACCEPTED, null, ProcessVariables.accepted(item.id())));
        } else {
            back.add(given(ProcessVariables.APPROVED, null, ProcessVariables.approved(item.id())));
        }
        call.setOutParameters(back);
        return call;
    }

    private static IOParameter given(
            @Nullable String source, @Nullable String expression, String target) {
        IOParameter parameter = new IOParameter();
        parameter.setSource(source);
        parameter.setSourceExpression(expression);
        parameter.setTarget(target);
        return parameter;
    }
}
