/// Messages in words: what the document owes the citizen and staff, as the host shows it.
@NullMarked
package org.onego.renderer.news;

import org.jspecify.annotations.NullMarked;
