package org.onego.casefile.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One use of a certificate (用证记录), with the five elements (五要素) that the sharing service asks for
/// (law 10).
///
/// @param id unique
/// @param at when it was asked for
/// @param orgName on behalf of which department (用证单位)
/// @param user who asked: the citizen, with the consent given, or a clerk
/// @param itemName for which service (事项名称)
/// @param itemCode its code (事项编码)
/// @param businessCode for which case (办件编号); before submission the application's id
/// @param certificateType which certificate
/// @param holderIdNo whose
/// @param purpose why (用证事由)
/// @param basis on whose word
/// @param agreedBy id number of who agreed
/// @param authorisation id of the authorisation, or null where the applicant's consent was enough
public record AuditRecord(
        String id,
        Instant at,
        String orgName,
        String user,
        String itemName,
        String itemCode,
        String businessCode,
        String applicationId,
        String certificateType,
        String holderIdNo,
        String purpose,
        Basis basis,
        String agreedBy,
        @Nullable String authorisation) {

    /// Another use of the same certificate, for the same reason and on the same word.
    public AuditRecord again(String otherId, Instant when) {
        return new AuditRecord(
                otherId,
                when,
                orgName,
                user,
                itemName,
                itemCode,
                businessCode,
                applicationId,
                certificateType,
                holderIdNo,
                purpose,
                basis,
                agreedBy,
                authorisation);
    }

    /// On whose word a certificate is read.
    public enum Basis {
        /// The holder applies and has agreed.
        CONSENT,
        /// The holder is a child, and its guardian applies and has agreed.
        GUARDIAN,
        /// The holder is a company, and its legal representative applies and has agreed.
        REPRESENTATIVE,
        /// The holder, or the child's guardian, was asked and has agreed.
        AUTHORISATION,
        /// The holder showed the certificate (亮证).
        SHOWN
    }

    /// Nothing of the person: this may end up in a log.
    @Override
    public String toString() {
        return "AuditRecord " + id + " of " + certificateType + " for " + applicationId;
    }
}
