/// The sources of certificates. Start at [org.onego.adapters.certificates.CertificateSources],
/// which asks the source that has a type, guarded against what sources do, through a [Connector] in
/// the style that the source speaks. What comes back goes to `casefile`, which checks it.
@NullMarked
package org.onego.adapters.certificates;

import org.jspecify.annotations.NullMarked;
