package org.onego.examples.certificates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.onego.examples.data.Issued;
import org.onego.examples.web.Json;
import tools.jackson.databind.node.ObjectNode;

/// A certificate's file: one page that says 样例 and for what it was fetched (加注件), as PDF, as a
/// picture, or as OFD (GB/T 33190). Real ones are OFD with a seal.
final class CertificateFile {

    private CertificateFile() {}

    /// The row of the certificate with `fileFormat` (the one that was asked for, or `pdf`),
    /// `fileName`, `contentType` (always `base64`) and `content`.
    static ObjectNode row(Issued issued, ObjectNode asked, LocalDate today) {
        String wanted = Json.text(asked, "fileFormat");
        String format = wanted.equals("ofd") || wanted.equals("png") ? wanted : "pdf";
        return Rows.found(issued, today)
                .put("fileFormat", format)
                .put("fileName", issued.type().id() + "." + format)
                .put("contentType", "base64")
                .put("content", content(issued, format, Json.text(asked, "UseFor"), today));
    }

    /// In base64.
    static String content(Issued issued, String format, String useFor, LocalDate today) {
        List<String> lines = lines(issued, useFor, today);
        String title = issued.type().title();
        return Base64.getEncoder()
                .encodeToString(
                        switch (format) {
                            case "ofd" -> SampleOfd.of(title, lines);
                            case "png" -> SamplePicture.of(lines);
                            default -> SamplePdf.of(title, lines);
                        });
    }

    private static List<String> lines(Issued issued, String useFor, LocalDate today) {
        List<String> lines = new ArrayList<>();
        lines.add("证照标识：" + issued.identifier());
        lines.add("证照编号：" + issued.number());
        lines.add("持证主体：" + issued.holderName() + "  " + issued.holder());
        lines.add("颁发机构：" + issued.type().issuerName());
        issued.type()
                .attributes()
                .forEach((name, title) -> {
                    String value = issued.attributes().path(name).asString("");
                    if (!value.isEmpty()) {
                        lines.add(title + "：" + value);
                    }
                });
        lines.add("");
        lines.add("仅供“" + useFor + "”使用，" + today + " 调取");
        return lines;
    }
}
