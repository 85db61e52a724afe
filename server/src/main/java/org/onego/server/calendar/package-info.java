/// The calendar of working days as it is now: shipped, from files, and as administrators load it.
@NullMarked
package org.onego.server.calendar;

import org.jspecify.annotations.NullMarked;
