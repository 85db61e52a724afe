package org.onego.casefile.application;

import java.util.List;

/// What the process has to follow. It is appended to the document together with what it changes
/// there, and applied to the process afterwards.
public sealed interface Command {

    /// The application was submitted with these items.
    record Submit(List<String> items) implements Command {
        public Submit {
            items = List.copyOf(items);
        }
    }

    /// The department took the item's case.
    record Accept(String item) implements Command {}

    /// A clerk looked through the item's case.
    record Review(String item) implements Command {}

    /// The citizen has been asked to put something right; the item waits.
    record Correct(String item) implements Command {}

    /// The citizen has put it right; the item goes on where it was.
    record Corrected(String item) implements Command {}

    /// The item came to its result.
    record Approve(String item) implements Command {}

    /// The item's result has reached the citizen.
    record Deliver(String item) implements Command {}

    /// A special procedure stops the clock of the item's case.
    record StopClock(String item) implements Command {}

    /// The special procedure is over.
    record GoOn(String item) implements Command {}

    /// The item's case has become urgent: its department's clerks are told. The process does
    /// nothing.
    record Warn(String item, Ledger.Alarm alarm) implements Command {}

    /// A timer of the process fired.
    ///
    /// @param job under which it fires once
    /// @param execution where it stands in the process
    /// @param element its id in the diagram
    record Timer(String job, String execution, String element) implements Command {}

    /// The item is handled no longer, wherever it stands: withdrawn or cancelled.
    record Leave(String item) implements Command {}

    /// Nothing of the application is handled any longer.
    record Stop() implements Command {}

    /// The item was not accepted, or rejected.
    record End(String item) implements Command {}
}
