package org.onego.examples.data;

import tools.jackson.databind.node.ObjectNode;

/// One certificate issued to somebody, or one record of a register.
///
/// @param identifier 证照标识 after GB/T 36904
/// @param holder id number or unified social credit code of whom it was issued to
/// @param issued ISO date; may be empty
/// @param expires ISO date; empty when it does not expire
/// @param attributes what it says, by attribute name; never changed
public record Issued(
        CertificateType type,
        String identifier,
        String holder,
        String holderName,
        String number,
        String issued,
        String expires,
        String areaCode,
        ObjectNode attributes) {}
