/// The certificate sharing service in the national style: who asks for which certificate, why, and
/// what comes back.
@NullMarked
package org.onego.examples.certificates;

import org.jspecify.annotations.NullMarked;
