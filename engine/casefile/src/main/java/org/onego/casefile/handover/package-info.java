/// Departments' own systems get their cases: told of them until they acknowledge, or asking for
/// them and taking them for a while. Next is `rating`.
@NullMarked
package org.onego.casefile.handover;

import org.jspecify.annotations.NullMarked;
