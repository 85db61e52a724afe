package org.onego.adapters.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.onego.casefile.application.NoCertificate;
import org.onego.casefile.audit.AuditRecord;
import org.onego.casefile.consent.CertificateSource.FileReading;

/// Writes across each page of a fetched file what it was fetched for (加注件), so that the copy is of
/// no use for anything else. An image becomes a page. An OFD stays as it is: its seal covers its
/// pages, and the service that made the copy has already written the purpose on it.
final class MarkPurpose {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int SIZE = 14;
    private static final int ACROSS = 300;
    private static final int DOWN = 150;

    /// What is below stays readable.
    private static final float FAINT = 0.35f;

    private static final COSName FONT = COSName.getPDFName("OneGoMark");

    private MarkPurpose() {}

    static FileReading on(FileReading reading, AuditRecord why) {
        if (!(reading instanceof FileReading.Fetched(String name, byte[] bytes))) {
            return reading;
        }
        try {
            if (startsWith(bytes, "%PDF-")) {
                return new FileReading.Fetched(name, marked(Loader.loadPDF(bytes), text(why)));
            }
            if (startsWith(bytes, "\u0089PNG") || startsWith(bytes, "\u00ff\u00d8\u00ff")) {
                return new FileReading.Fetched(
                        name.replaceFirst("\\.[a-z]+$", "") + ".pdf",
                        marked(page(bytes), text(why)));
            }
            return startsWith(bytes, "PK")
                    ? reading
                    : new FileReading.Missing(
                            NoCertificate.MALFORMED, "the file is neither PDF, image nor OFD");
        } catch (IOException | IllegalArgumentException _) {
            return new FileReading.Missing(
                    NoCertificate.MALFORMED, "the file is damaged and can't be marked");
        }
    }

    private static String text(AuditRecord why) {
        return "仅供办理%s使用 %s".formatted(Purpose.of(why), LocalDate.ofInstant(why.at(), CHINA));
    }

    private static boolean startsWith(byte[] bytes, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length > wanted.length
                && java.util.Arrays.equals(wanted, java.util.Arrays.copyOf(bytes, wanted.length));
    }

    private static PDDocument page(byte[] image) throws IOException {
        PDDocument document = new PDDocument();
        PDImageXObject drawn = PDImageXObject.createFromByteArray(document, image, "certificate");
        PDRectangle paper = PDRectangle.A4;
        float scale =
                Math.min(
                        1,
                        Math.min(
                                paper.getWidth() / drawn.getWidth(),
                                paper.getHeight() / drawn.getHeight()));
        PDPage page = new PDPage(paper);
        document.addPage(page);
        float width = drawn.getWidth() * scale;
        float height = drawn.getHeight() * scale;
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(
                    drawn,
                    (paper.getWidth() - width) / 2,
                    (paper.getHeight() - height) / 2,
                    width,
                    height);
        }
        return document;
    }

    private static byte[] marked(PDDocument document, String text) throws IOException {
        try (document) {
            document.setAllSecurityToBeRemoved(true);
            COSDictionary font = font();
            for (PDPage page : document.getPages()) {
                mark(document, page, font, text);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void mark(PDDocument document, PDPage page, COSDictionary font, String text)
            throws IOException {
        // Closes whatever state the page leaves open, so that the mark stands straight.
        try (PDPageContentStream _ =
                new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {}
        PDResources resources =
                page.getResources() == null ? new PDResources() : page.getResources();
        COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        if (fonts == null) {
            fonts = new COSDictionary();
            resources.getCOSObject().setItem(COSName.FONT, fonts);
        }
        fonts.setItem(FONT, font);
        COSDictionary states = resources.getCOSObject().getCOSDictionary(COSName.EXT_G_STATE);
        if (states == null) {
            states = new COSDictionary();
            resources.getCOSObject().setItem(COSName.EXT_G_STATE, states);
        }
        COSDictionary faint = new COSDictionary();
        faint.setFloat(COSName.CA_NS, FAINT);
        states.setItem(FONT, faint);
        page.setResources(resources);
        COSStream layer = document.getDocument().createCOSStream();
        try (var out = layer.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators(page.getMediaBox(), text).getBytes(StandardCharsets.US_ASCII));
        }
        COSArray contents = new COSArray();
        if (page.getCOSObject().getDictionaryObject(COSName.CONTENTS) instanceof COSArray several) {
            contents.addAll(several);
        } else if (page.getCOSObject().getItem(COSName.CONTENTS) != null) {
            contents.add(page.getCOSObject().getItem(COSName.CONTENTS));
        }
        contents.add(layer);
        page.getCOSObject().setItem(COSName.CONTENTS, contents);
    }

    /// The text in grey, rising, again and again over the whole page.
    private static String operators(PDRectangle box, String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        StringBuilder out = new StringBuilder("q /" + FONT.getName() + " gs 0.3 g\n");
        for (float y = box.getLowerLeftY() + 40; y < box.getUpperRightY(); y += DOWN) {
            for (float x = box.getLowerLeftX() + 20; x < box.getUpperRightX(); x += ACROSS) {
                out.append("BT /")
                        .append(FONT.getName())
                        .append(' ')
                        .append(SIZE)
                        .append(" Tf 0.94 0.34 -0.34 0.94 ")
                        .append((int) x)
                        .append(' ')
                        .append((int) y)
                        .append(" Tm <")
                        .append(hex)
                        .append("> Tj ET\n");
            }
        }
        return out.append("Q\n").toString();
    }

    /// One of the standard Asian fonts that every reader brings along: a server has no Chinese
    /// fonts of its own to embed.
    private static COSDictionary font() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setItem(COSName.SUPPLEMENT, COSInteger.get(4));
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "STSong-Light");
        descriptor.setInt(COSName.FLAGS, 6);
        COSArray box = new COSArray();
        for (int each : new int[] {-25, -254, 1000, 880}) {
            box.add(COSInteger.get(each));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 880);
        descriptor.setInt(COSName.DESCENT, -120);
        descriptor.setInt(COSName.CAP_HEIGHT, 880);
        descriptor.setInt(COSName.STEM_V, 93);
        COSDictionary glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        glyphs.setName(COSName.BASE_FONT, "STSong-Light");
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        glyphs.setInt(COSName.DW, 1000);
        COSArray narrow = new COSArray(); // Latin letters and digits
        for (int each : new int[] {1, 95, 500, 814, 939, 500}) {
            narrow.add(COSInteger.get(each));
        }
        glyphs.setItem(COSName.W, narrow);
        glyphs.setItem(COSName.FONT_DESC, descriptor);
        COSArray descendants = new COSArray();
        descendants.add(glyphs);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, "UniGB-UCS2-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }
}
