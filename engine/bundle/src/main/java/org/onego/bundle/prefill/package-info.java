/// Which certificates can answer which questions, in which order, and what an answer read from one
/// looks like. Next is `page`.
@NullMarked
package org.onego.bundle.prefill;

import org.jspecify.annotations.NullMarked;
