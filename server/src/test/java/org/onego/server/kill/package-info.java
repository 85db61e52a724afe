/// The server is killed at random moments, with nothing to warn it, and started again.
@NullMarked
package org.onego.server.kill;

import org.jspecify.annotations.NullMarked;
