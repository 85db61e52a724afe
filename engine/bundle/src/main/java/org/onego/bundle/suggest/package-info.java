/// Which fields of different items look like one question, and which element a field looks like:
/// proposals for staff, who accept or reject them in `bundle.yaml`. Start at
/// [org.onego.bundle.suggest.Suggest]; nothing in the engine acts on what it says.
@NullMarked
package org.onego.bundle.suggest;

import org.jspecify.annotations.NullMarked;
