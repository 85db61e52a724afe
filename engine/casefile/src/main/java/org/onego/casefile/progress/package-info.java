/// The process follows the document: commands are applied, cases handed over, and what was left
/// undone is found again. Next is `result`.
@NullMarked
package org.onego.casefile.progress;

import org.jspecify.annotations.NullMarked;
