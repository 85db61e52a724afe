/// Every simulator, asked over real HTTP.
@NullMarked
package org.onego.examples;

import org.jspecify.annotations.NullMarked;
