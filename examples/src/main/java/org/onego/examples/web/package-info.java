/// A small HTTP server on the JDK's own: requests in, answers out, pages from the class path. Used
/// by every simulator.
@NullMarked
package org.onego.examples.web;

import org.jspecify.annotations.NullMarked;
