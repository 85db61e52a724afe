/// The commands as they are called: what they print, and how they end.
@NullMarked
package org.onego.server.cli;

import org.jspecify.annotations.NullMarked;
