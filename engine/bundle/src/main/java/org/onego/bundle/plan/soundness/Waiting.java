package org.onego.bundle.plan.soundness;

/// How an inclusive gateway that joins decides whether something may still come.
///
/// The standard and the engine differ in rare models; what is sound for one of them only is not
/// passed.
enum Waiting {
    /// BPMN 2.0.2, 13.4.3: it waits for a token that can reach one of its empty flows, unless that
    /// token can also reach one that is full.
    STANDARD,
    /// Flowable: it waits for every token in the same scope from which flows lead to it.
    ENGINE
}
