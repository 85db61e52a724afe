@NullMarked
package org.onego.examples.data;

import org.jspecify.annotations.NullMarked;
