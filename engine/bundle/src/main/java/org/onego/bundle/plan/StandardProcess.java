package org.onego.bundle.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onego.bundle.plan.ProcessGraph.End;
import org.onego.bundle.plan.ProcessGraph.Exclusive;
import org.onego.bundle.plan.ProcessGraph.Flow;
import org.onego.bundle.plan.ProcessGraph.Start;
import org.onego.bundle.plan.ProcessGraph.Step;
import org.onego.bundle.plan.ProcessGraph.Task;
import org.onego.bundle.plan.ProcessGraph.Wait;
import org.onego.bundle.plan.WriteBpmn.Head;

/// The processes of items that bring none of their own: accept, review, decide, deliver at the
/// desk, or a wait for the department's own system; each whole, or parted around a shared step.
///
/// Wherever somebody looks at a case, the citizen may be asked to put something right (补正): the
/// case waits, and then comes back to the same place.
enum StandardProcess {
    /// Clerks at the desk.
    STANDARD("onego-standard-item", "标准办理流程", "受理、审查、决定、送达；各步由部门人员在工作台完成。") {
        @Override
        void draw(StandardProcess.Way way) {
            way.start("收件");
            way.accept(new Task("accept", "受理"), "review");
            way.decide("review");
        }
    },
    STANDARD_ACCEPT("onego-standard-accept", "标准受理流程", "收件、受理；共同步骤完成后再审批。") {
        @Override
        void draw(StandardProcess.Way way) {
            way.start("收件");
            way.accept(new Task("accept", "受理"), "taken");
            way.step(new End("taken", "已受理"));
        }
    },
    STANDARD_DECIDE("onego-standard-decide", "标准审批流程", "共同步骤完成后审查、决定、送达。") {
        @Override
        void draw(StandardProcess.Way way) {
            way.start("开始审批");
            way.decide("review");
        }
    },
    /// The department's own system handles the case and calls back.
    EXTERNAL("onego-external-item", "部门系统办理", "部门自己的系统办理；办结时回调，带回 approved。") {
        @Override
        void draw(StandardProcess.Way way) {
            way.start("移交部门");
            way.looked(new Wait("department", "等待部门办结"), "decided", "部门已回复");
            way.flow("decided", "end", "办结", null, true);
            way.step(new End("end", "办结"));
        }
    },
    EXTERNAL_ACCEPT("onego-external-accept", "部门系统受理", "部门自己的系统受理；共同步骤完成后再办理。") {
        @Override
        void draw(StandardProcess.Way way) {
            way.start("移交部门");
            way.accept(new Wait("accept", "等待部门受理"), "taken");
            way.step(new End("taken", "已受理"));
        }
    };

    private final String key;
    private final String title;
    private final String about;

    StandardProcess(String key, String title, String about) {
        this.key = key;
        this.title = title;
        this.about = about;
    }

    abstract void draw(Way way);

    String key() {
        return key;
    }

    ProcessGraph graph() {
        Way way = new Way();
        draw(way);
        return new ProcessGraph(way.steps, way.flows);
    }

    String bpmn() {
        return WriteBpmn.write(new Head(key, title, about, key), graph());
    }

    /// A process in the making.
    static final class Way {

        private final List<Step> steps = new ArrayList<>();
        private final List<Flow> flows = new ArrayList<>();
        private @Nullable String open;

        void start(String name) {
            step(new Start("start", name));
            open = "start";
        }

        void step(Step step) {
            steps.add(step);
        }

        /// Accepted, the case goes on to `next`; otherwise it ends.
        void accept(Step accept, String next) {
            looked(accept, "accepted", "是否受理");
            flow("accepted", next, "受理", "${accepted}", false);
            flow("accepted", "refused", "不予受理", null, true);
            step(new End("refused", "不予受理"));
            open = null;
        }

        void decide(String review) {
            looked(new Task(review, "审查"), "reviewed", "");
            flow("reviewed", "decide", "", null, true);
            open = null;
            looked(new Task("decide", "决定"), "approved", "是否通过");
            flow("approved", "deliver", "通过", "${approved}", false);
            flow("approved", "rejected", "不通过", null, true);
            step(new Task("deliver", "送达"));
            flow("deliver", "done");
            step(new End("done", "办结"));
            step(new End("rejected", "不予通过"));
        }

        /// Somebody looks at the case; what has to be put right is waited for and looked at again.
        void looked(Step step, String gate, String name) {
            if (open != null) {
                flow(open, step.id());
            }
            String correction = ProcessVariables.correctionOf(step.id());
            step(step);
            step(new Exclusive(gate, name));
            step(new Wait(correction, "等待补正"));
            flow(step.id(), gate);
            flow(gate, correction, "补正", "${correction}", false);
            flow(correction, step.id());
        }

        void flow(String from, String to) {
            flow(from, to, "", null, false);
        }

        void flow(
                String from,
                String to,
                String name,
                @Nullable String condition,
                boolean otherwise) {
            flows.add(new Flow(from, to, name, condition, otherwise));
        }
    }
}
