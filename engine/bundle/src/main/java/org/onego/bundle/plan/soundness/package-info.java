/// A drawn process is proven sound or shown a path on which it fails (law 7). Start at {@link
/// org.onego.bundle.plan.soundness.SoundnessCheck}: BPMN → {@link
/// org.onego.bundle.plan.soundness.ProcessGraph} → {@link org.onego.bundle.plan.soundness.Net} →
/// reduced net → explored states → {@link org.onego.bundle.plan.soundness.Soundness}, which stops
/// or lets pass a publication.
@NullMarked
package org.onego.bundle.plan.soundness;

import org.jspecify.annotations.NullMarked;
