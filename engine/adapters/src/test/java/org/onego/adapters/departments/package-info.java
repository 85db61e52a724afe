/// Tests of signed calls.
@NullMarked
package org.onego.adapters.departments;

import org.jspecify.annotations.NullMarked;
