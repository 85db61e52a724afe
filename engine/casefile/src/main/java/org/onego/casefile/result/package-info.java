/// Departments accept, decide and deliver: at the desk or from systems of their own. Next is
/// `handover`.
@NullMarked
package org.onego.casefile.result;

import org.jspecify.annotations.NullMarked;
