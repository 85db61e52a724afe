/// The command line: each command reads a package or a file and prints what the engine says about
/// it.
@NullMarked
package org.onego.server.cli;

import org.jspecify.annotations.NullMarked;
