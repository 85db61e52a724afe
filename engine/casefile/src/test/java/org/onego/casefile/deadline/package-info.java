/// Tests of working days and time limits.
@NullMarked
package org.onego.casefile.deadline;

import org.jspecify.annotations.NullMarked;
