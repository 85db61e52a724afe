/// Tests of the pages' parts; whole ways through are tested in a browser, in `server`.
@NullMarked
package org.onego.renderer;

import org.jspecify.annotations.NullMarked;
