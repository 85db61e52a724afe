/// What happens to one application, from the first guide question to the rating: pure, with ports
/// to everything outside.
///
/// The way of the data is the order of the rooms, and imports only point back along it:
/// `application → deadline → audit → answers → consent → provenance → submit → progress → result →
/// handover → rating`. This package itself is the front door: [org.onego.casefile.CitizenService]
/// for citizens' pages, [org.onego.casefile.DeskService] for clerks,
/// [org.onego.casefile.DepartmentService] for departments' systems.
@NullMarked
package org.onego.casefile;

import org.jspecify.annotations.NullMarked;
