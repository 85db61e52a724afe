/// The authority on whether answers are right: every item's own schema, run on its projection. Next
/// is `plan`.
@NullMarked
package org.onego.bundle.validate;

import org.jspecify.annotations.NullMarked;
