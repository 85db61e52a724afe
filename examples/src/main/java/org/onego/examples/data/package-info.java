/// Reads what the simulators know from the packages' YAML files: services, sample citizens,
/// certificate types and what was issued to whom. Next are `host`, `certificates` and `department`.
@NullMarked
package org.onego.examples.data;

import org.jspecify.annotations.NullMarked;
