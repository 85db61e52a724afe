/// The door for departments' own systems: a signed call is believed and read here; `casefile` is
/// next.
@NullMarked
package org.onego.server.department;

import org.jspecify.annotations.NullMarked;
