/// The items' conditions (visible, required) rewritten to the questions of the merged form. Next is
/// `prefill`.
@NullMarked
package org.onego.bundle.rule;

import org.jspecify.annotations.NullMarked;
