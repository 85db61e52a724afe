/// The citizen agrees to certificates being read, and what they say fills the form. Next is
/// `submit`.
@NullMarked
package org.onego.casefile.consent;

import org.jspecify.annotations.NullMarked;
