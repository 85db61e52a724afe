@NullMarked
package org.onego.examples.department;

import org.jspecify.annotations.NullMarked;
