/// The guide, answer by answer.
@NullMarked
package org.onego.bundle.guide;

import org.jspecify.annotations.NullMarked;
