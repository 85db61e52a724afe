package org.onego.renderer.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.onego.renderer.qr.ReadQr.Seen;

/// Codes in pictures, and pictures that are none.
class ReadQrTest {

    private static final String LINK = "https://onego.example/auth/nTpbvIj4l594svyjpaRgsg";

    private static byte[] png(BufferedImage picture) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    /// A code somewhere in a larger picture, as a camera sees it.
    private static byte[] photograph(int width, int height, int size) throws Exception {
        BitMatrix code = new QRCodeWriter().encode(LINK, BarcodeFormat.QR_CODE, size, size);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int inX = x - (width - size) / 2;
                int inY = y - (height - size) / 2;
                boolean inside = inX >= 0 && inY >= 0 && inX < size && inY < size;
                Color color =
                        !inside
                                ? new Color(120, 160, 120)
                                : code.get(inX, inY) ? Color.DARK_GRAY : Color.WHITE;
                picture.setRGB(x, y, color.getRGB());
            }
        }
        return png(picture);
    }

    @Test
    void aCodeIsReadFromSmallAndLargePictures() throws Exception {
        assertThat(ReadQr.read(photograph(400, 500, 300))).isEqualTo(new Seen.Text(LINK));
        assertThat(ReadQr.read(photograph(3000, 4000, 2000))).isEqualTo(new Seen.Text(LINK));
    }

    @Test
    void aPictureWithoutACodeIsSaidToBeOne() throws Exception {
        assertThat(ReadQr.read(png(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB))))
                .isInstanceOf(Seen.NoCode.class);
    }

    @Test
    void whatIsNoPictureIsRefused() throws Exception {
        byte[] whole = photograph(400, 400, 300);
        assertThat(ReadQr.read(new byte[0])).isInstanceOf(Seen.NoPicture.class);
        assertThat(ReadQr.read("<svg onload=alert(1)>".getBytes("UTF-8")))
                .isInstanceOf(Seen.NoPicture.class);
        assertThat(ReadQr.read(Arrays.copyOf(whole, whole.length / 3)))
                .isInstanceOfAny(Seen.NoPicture.class, Seen.NoCode.class);
        assertThat(ReadQr.read(new byte[ReadQr.LARGEST + 1])).isInstanceOf(Seen.TooLarge.class);
    }

    /// A small file that claims to be 60,000 pixels wide and high.
    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws Exception {
        byte[] bomb = photograph(400, 400, 300);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        assertThat(ReadQr.read(bomb)).isInstanceOfAny(Seen.TooLarge.class, Seen.NoPicture.class);
    }

    @Test
    void theDrawnCodeIsAnSvgThatNobodyCanBreakOutOf() {
        String svg = QrPicture.svg(LINK, "\"><script>");
        assertThat(svg).startsWith("<svg").contains("&quot;>").doesNotContain("<script>");
    }
}
