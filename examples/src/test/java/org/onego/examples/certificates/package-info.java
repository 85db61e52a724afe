@NullMarked
package org.onego.examples.certificates;

import org.jspecify.annotations.NullMarked;
