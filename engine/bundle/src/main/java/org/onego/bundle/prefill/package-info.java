/// Which certificates can answer which questions, in which order, and what an answer read from one
/// looks like. Start at [org.onego.bundle.prefill.PrefillPlanner]: its look-ups are made by
/// `casefile`, wave by wave, and what comes back goes through
/// [org.onego.bundle.prefill.CertificateReader]. Next is `page`.
@NullMarked
package org.onego.bundle.prefill;

import org.jspecify.annotations.NullMarked;
