/// The citizen's way: host entry, guide, consent, pages, materials, check, submission, progress,
/// rating.
@NullMarked
package org.onego.renderer.citizen;

import org.jspecify.annotations.NullMarked;
