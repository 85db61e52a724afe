/// Answers become exactly the document that one item's own form expects, and errors find their way
/// back to questions. Next is `validate`.
@NullMarked
package org.onego.bundle.project;

import org.jspecify.annotations.NullMarked;
