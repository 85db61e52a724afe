/// The items' forms become one form: every question once, with the origins it came from and the
/// conflicts found. Next is `rule`.
@NullMarked
package org.onego.bundle.merge;

import org.jspecify.annotations.NullMarked;
