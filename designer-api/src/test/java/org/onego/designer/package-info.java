/// Tests of what staff's tools read, over the real packages.
@NullMarked
package org.onego.designer;

import org.jspecify.annotations.NullMarked;
