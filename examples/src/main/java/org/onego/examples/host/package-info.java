/// The host app (冀时办-like): citizens log in, open a service under a one-time access link, and get
/// messages.
@NullMarked
package org.onego.examples.host;

import org.jspecify.annotations.NullMarked;
