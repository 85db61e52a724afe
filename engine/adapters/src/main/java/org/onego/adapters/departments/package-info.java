/// Departments' own systems: signed calls out, and the check of signed calls in.
@NullMarked
package org.onego.adapters.departments;

import org.jspecify.annotations.NullMarked;
