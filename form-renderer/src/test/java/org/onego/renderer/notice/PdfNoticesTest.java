package org.onego.renderer.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onego.casefile.application.NoticeKind;
import org.onego.renderer.notice.NoticeView.Line;
import org.onego.renderer.notice.NoticeView.MarkLine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// Each letter says what the law asks of it, with its font inside. Pictures land in
/// `target/notices`.
class PdfNoticesTest {

    private static final SpringTemplateEngine TEMPLATES = templates();

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void aLetterSaysWhatItMustAndCarriesItsFont(NoticeKind kind) throws IOException {
        byte[] pdf = PdfNotices.print(TEMPLATES, view(kind, true, "骉犇 的说明 <b>&"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = text(document);
            for (String words : words(kind)) {
                assertThat(text).contains(words);
            }
            assertThat(text).contains("李婷", "YJS130600202611200000013-01", "保定市卫生健康委员会");
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            Path picture = Path.of("target", "notices", kind + ".png");
            Files.createDirectories(picture.getParent());
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 80), "png", picture.toFile());
            // Only the characters that are used.
            assertThat(pdf.length).isLessThan(300_000);
        }
    }

    private static String text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document).replaceAll("\\s", "");
    }

    private static List<String> words(NoticeKind kind) {
        return switch (kind) {
            case ACCEPTANCE ->
                    List.of("受理通知书", "决定予以受理", "法定20个工作日，承诺5个工作日", "2026年11月27日前办结", "电子证照");
            case NON_ACCEPTANCE ->
                    List.of("不予受理通知书", "理由：骉犇的说明<b>&", "六十日内依法申请行政复议", "六个月内", "第三十二条");
            case CORRECTION ->
                    List.of(
                            "补正告知书",
                            "一次告知",
                            "孩子：姓名",
                            "与出生记录不一致",
                            "照片看不清",
                            "10个工作日内（2026年12月4日前）",
                            "告知发出人");
            case APPROVAL -> List.of("准予行政许可决定书", "第三十八条第一款", "出生医学证明编号", "Z130012345");
            case REJECTION -> List.of("不予行政许可决定书", "第三十八条第二款", "理由：", "行政诉讼");
        };
    }

    @Test
    void whatIsNoLicenceIsNotCalledOne() throws IOException {
        byte[] pdf = PdfNotices.print(TEMPLATES, view(NoticeKind.REJECTION, false, "不符合条件"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(text(document)).doesNotContain("行政许可");
        }
    }

    private static NoticeView view(NoticeKind kind, boolean permit, @Nullable String reason) {
        return new NoticeView(
                kind,
                permit,
                "YJS130600202611200000013-01-3",
                "李婷",
                "出生医学证明签发",
                null,
                "新生儿出生“一件事”",
                "YJS130600202611200000013-01",
                "2026年11月20日",
                "2026年11月19日",
                reason,
                false,
                false,
                List.of(
                        new MarkLine("孩子：姓名", "", "与出生记录不一致"),
                        new MarkLine("结婚证", "marriage-certificate", "照片看不清，请重新拍照")),
                10,
                "2026年12月4日",
                5,
                20,
                "2026年11月27日",
                List.of(new Line("结婚证", "电子证照"), new Line("妈妈写的领证委托书", "申请人提交")),
                List.of(new Line("出生医学证明编号", "Z130012345")),
                "保定市卫生健康委员会（妇幼保健院）",
                "130600",
                "王护士",
                "0312-12345");
    }
}
