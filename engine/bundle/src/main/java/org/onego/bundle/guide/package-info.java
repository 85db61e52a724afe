/// The guide (情形引导): answers to the first few questions decide which items apply and who plays
/// which role. What comes out is a [org.onego.bundle.guide.Selection]; next is `merge`.
@NullMarked
package org.onego.bundle.guide;

import org.jspecify.annotations.NullMarked;
