/// The laws of the merge, on bundles that are drawn at random. Start at
/// [org.onego.bundle.law.MergeLawsTest]; a bundle is described by
/// [org.onego.bundle.law.BundleSpec], and [org.onego.bundle.law.Oracle] says in the plainest way
/// what must come out.
@NullMarked
package org.onego.bundle.law;

import org.jspecify.annotations.NullMarked;
