/// Tests of the whole: layers, ways through in a real browser, recovery after a kill.
@NullMarked
package org.onego.server;

import org.jspecify.annotations.NullMarked;
