/// One question as a field: how it is asked, how what was typed is read, how an answer is shown and
/// masked.
@NullMarked
package org.onego.renderer.field;

import org.jspecify.annotations.NullMarked;
