package org.onego.renderer.notice;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.onego.casefile.progress.NoticePrinter;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Letters as PDF, from templates under `templates/notice`. The font is part of the file, so that
/// it reads the same everywhere; nothing is ever fetched.
@Component
class PdfNotices implements NoticePrinter {

    private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";

    static {
        // It tells of each letter; what goes wrong comes as an exception.
        XRLog.setLoggingEnabled(false);
    }

    private final NoticeFacts facts;
    private final ITemplateEngine templates;

    PdfNotices(NoticeFacts facts, ITemplateEngine templates) {
        this.facts = facts;
        this.templates = templates;
    }

    @Override
    public byte[] print(Notice notice) {
        return print(templates, facts.of(notice));
    }

    static byte[] print(ITemplateEngine templates, NoticeView view) {
        Context context = new Context(Locale.SIMPLIFIED_CHINESE);
        context.setVariable("n", view);
        return pdf(templates.process("notice/notice", context));
    }

    private static byte[] pdf(String html) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        FSSupplier<InputStream> font =
                () ->
                        Objects.requireNonNull(
                                PdfNotices.class.getResourceAsStream(FONT),
                                "the font of letters is missing from the product");
        PdfRendererBuilder builder =
                new PdfRendererBuilder()
                        .useFont(font, "Letter", 400, FontStyle.NORMAL, true)
                        .useUriResolver((_, _) -> null)
                        .withHtmlContent(html, null)
                        .withProducer("OneGo")
                        .toStream(pdf);
        try {
            builder.run();
        } catch (IOException failure) {
            throw new UncheckedIOException("a letter could not be printed", failure);
        }
        return pdf.toByteArray();
    }
}
