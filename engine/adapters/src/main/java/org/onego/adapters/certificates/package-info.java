/// Reads certificates from the certificate sharing service (电子证照共享服务), called as the national one
/// is. What comes back is checked by [org.onego.bundle.prefill.CertificateReader].
@NullMarked
package org.onego.adapters.certificates;

import org.jspecify.annotations.NullMarked;
