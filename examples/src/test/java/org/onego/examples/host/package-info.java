@NullMarked
package org.onego.examples.host;

import org.jspecify.annotations.NullMarked;
