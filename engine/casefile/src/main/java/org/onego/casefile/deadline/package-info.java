/// Working days and time limits: how long a case may still take, and since when and why its clock
/// stands still. Next is `audit`.
@NullMarked
package org.onego.casefile.deadline;

import org.jspecify.annotations.NullMarked;
