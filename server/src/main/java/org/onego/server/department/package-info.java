/// The door for departments' own systems: signed calls in, `casefile` next.
@NullMarked
package org.onego.server.department;

import org.jspecify.annotations.NullMarked;
