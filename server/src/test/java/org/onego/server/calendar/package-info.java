/// Tests of the calendar as operators load it.
@NullMarked
package org.onego.server.calendar;

import org.jspecify.annotations.NullMarked;
