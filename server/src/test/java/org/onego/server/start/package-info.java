/// Tests of what is assembled at the start.
@NullMarked
package org.onego.server.start;

import org.jspecify.annotations.NullMarked;
