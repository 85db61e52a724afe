package org.onego.examples.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A certificate type or register of `packages/certificates/`.
///
/// @param register data of a department that is no certificate
/// @param typeCode 21 characters; where the package has none, an assigned one that begins with
///   `TEST`
/// @param assigned whether `typeCode` was assigned here
/// @param company whether it is looked up for companies
/// @param attributes attribute name → Chinese title
public record CertificateType(
        String id,
        String title,
        boolean register,
        String typeCode,
        boolean assigned,
        String issuerName,
        String issuerCode,
        boolean company,
        Map<String, String> attributes) {

    public CertificateType {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
