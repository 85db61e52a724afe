/// Where answers came from, as departments are told; what happens where certificates disagree, or
/// where the citizen says that one is wrong (纠错). Next is `submit`.
@NullMarked
package org.onego.casefile.provenance;

import org.jspecify.annotations.NullMarked;
