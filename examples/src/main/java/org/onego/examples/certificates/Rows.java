package org.onego.examples.certificates;

import java.time.LocalDate;
import org.onego.examples.data.CertificateType;
import org.onego.examples.data.Issued;
import org.onego.examples.web.Json;
import tools.jackson.databind.node.ObjectNode;

/// Certificates and records as rows of a `dataList`, with the names of GB/T 36903.
final class Rows {

    private Rows() {}

    /// A row of `getCertificateType`: `certificateTypeId` (our id) and `testCode` are not in the
    /// real service; the product can be configured from them.
    static ObjectNode type(CertificateType type) {
        return Json.object()
                .put("certificateType", type.title())
                .put("certificateTypeCode", type.typeCode())
                .put("certificateDefineAuthorityName", type.issuerName())
                .put("certificateDefineAuthorityCode", type.issuerCode())
                .put("certificateHolderCategory", type.company() ? "2" : "1")
                .put("KZ_securityClass", "高")
                .put("certificateTypeId", type.id())
                .put("testCode", type.assigned());
    }

    /// What `retrieval` tells: that a certificate is there, not what it says.
    static ObjectNode found(Issued issued, LocalDate today) {
        CertificateType type = issued.type();
        ObjectNode row =
                Json.object()
                        .put("certificateIdentifier", issued.identifier())
                        .put("certificateName", type.title())
                        .put("certificateType", type.title())
                        .put("certificateTypeName", type.title())
                        .put("certificateTypeCode", type.typeCode())
                        .put("certificateNumber", issued.number())
                        .put("certificateVersion", "001")
                        .put("certificateIssuingAuthorityName", type.issuerName())
                        .put("certificateIssuingAuthorityCode", type.issuerCode())
                        .put("certificateAreaCode", issued.areaCode())
                        .put("certificateHolderName", issued.holderName())
                        .put("certificateHolderCode", issued.holder())
                        .put("certificateHolderTypeName", type.company() ? "统一社会信用代码" : "公民身份号码")
                        .put("certificateHolderTypeCode", type.company() ? "001" : "111")
                        .put("certificateStatus", isOver(issued, today) ? "已过期" : "正常");
        putDate(row, "certificateIssuedDate", issued.issued());
        putDate(row, "certificateEffectiveDate", issued.issued());
        putDate(row, "certificateExpiringDate", issued.expires());
        return row;
    }

    /// What a certificate says: the attributes of its type in `extendInfo`.
    static ObjectNode data(Issued issued, LocalDate today) {
        ObjectNode row = found(issued, today);
        row.set("extendInfo", issued.attributes().deepCopy());
        return row;
    }

    /// A record of a register; the shape is our own.
    static ObjectNode record(Issued issued) {
        ObjectNode row =
                Json.object()
                        .put("registerType", issued.type().id())
                        .put("registerName", issued.type().title())
                        .put("authorityName", issued.type().issuerName())
                        .put("recordNumber", issued.number())
                        .put("holderCode", issued.holder())
                        .put("holderName", issued.holderName())
                        .put("recordStatus", "正常");
        putDate(row, "registeredDate", issued.issued());
        row.set("extendInfo", issued.attributes().deepCopy());
        return row;
    }

    private static boolean isOver(Issued issued, LocalDate today) {
        return issued.expires().matches("\\d{4}-\\d{2}-\\d{2}")
                && LocalDate.parse(issued.expires()).isBefore(today);
    }

    private static void putDate(ObjectNode row, String name, String date) {
        if (date.isEmpty()) {
            row.putNull(name);
        } else {
            row.put(name, date);
        }
    }
}
