package org.onego.examples.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A one-page OFD (GB/T 33190) with nothing but text, and without a seal.
final class SampleOfd {

    private static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    private SampleOfd() {}

    static byte[] of(String title, List<String> lines) {
        StringBuilder text = new StringBuilder();
        int id = 10;
        int y = 30;
        for (String line : lines(title, lines)) {
            text.append(
                    "<ofd:TextObject ID=\"%d\" Boundary=\"20 %d 170 8\" Font=\"2\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\">%s</ofd:TextCode></ofd:TextObject>"
                            .formatted(id++, y, escaped(line)));
            y += 8;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(
                    zip,
                    "OFD.xml",
                    "<ofd:OFD %s Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>sample</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
            put(
                    zip,
                    "Doc_0/Document.xml",
                    "<ofd:Document %s><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>");
            put(
                    zip,
                    "Doc_0/PublicRes.xml",
                    "<ofd:Res %s BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"2\" FontName=\"宋体\" FamilyName=\"宋体\"/></ofd:Fonts></ofd:Res>");
            put(
                    zip,
                    "Doc_0/Pages/Page_0/Content.xml",
                    "<ofd:Page %s><ofd:Content><ofd:Layer ID=\"3\">"
                            + text.toString().replace("%", "%%")
                            + "</ofd:Layer></ofd:Content></ofd:Page>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> lines(String title, List<String> lines) {
        List<String> all = new java.util.ArrayList<>(List.of("样例 " + title));
        all.addAll(lines);
        return all;
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml.formatted(NAMESPACE))
                        .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
