/// How fast the engine is, each figure beside a baseline measured in the same run. Start at
/// [org.onego.bench.Main]; nothing here is part of the product or of a test.
@NullMarked
package org.onego.bench;

import org.jspecify.annotations.NullMarked;
