/// Simulators of everything outside the product: the host app, the certificate sharing service and
/// a department's system, in one small program. Start at [org.onego.examples.SimulatorsMain];
/// `data` reads the packages, `web` serves, and `host`, `certificates` and `department` each
/// imitate one outside system.
@NullMarked
package org.onego.examples;

import org.jspecify.annotations.NullMarked;
