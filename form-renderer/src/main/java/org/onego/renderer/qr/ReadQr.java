package org.onego.renderer.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Reads the QR code in a photograph. The picture is a stranger's: its size is looked at before a
/// pixel of it is unpacked, and whatever is wrong with it comes back as data.
public final class ReadQr {

    /// In bytes.
    public static final int LARGEST = 10 * 1024 * 1024;

    /// Pixels that a phone's camera makes, and some more; a small file can claim many more.
    private static final long MOST_PIXELS = 100_000_000;

    /// A side of what is looked at; larger pictures are thinned out while they are read.
    private static final int LOOKED_AT = 1600;

    private static final Map<DecodeHintType, Object> HINTS =
            Map.of(
                    DecodeHintType.TRY_HARDER,
                    true,
                    DecodeHintType.POSSIBLE_FORMATS,
                    List.of(BarcodeFormat.QR_CODE));

    private ReadQr() {}

    /// What came of reading a picture.
    public sealed interface Seen {

        record Text(String text) implements Seen {}

        /// It is a picture, and there is no code to be seen in it.
        record NoCode() implements Seen {}

        /// It is no picture that can be read.
        record NoPicture() implements Seen {}

        record TooLarge() implements Seen {}
    }

    public static Seen read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new Seen.TooLarge();
        }
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new Seen.NoPicture();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // Readers of damaged pictures throw whatever they stumble over.
            return new Seen.NoPicture();
        }
    }

    private static Seen read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return new Seen.TooLarge();
        }
        ImageReadParam thinned = reader.getDefaultReadParam();
        int every = Math.max(1, Math.ceilDiv(Math.max(width, height), LOOKED_AT));
        thinned.setSourceSubsampling(every, every, 0, 0);
        BufferedImage picture = reader.read(0, thinned);
        int w = picture.getWidth();
        int h = picture.getHeight();
        LuminanceSource light =
                new RGBLuminanceSource(w, h, picture.getRGB(0, 0, w, h, null, 0, w));
        String text = decode(light);
        return text.isEmpty() ? new Seen.NoCode() : new Seen.Text(text);
    }

    private static String decode(LuminanceSource light) {
        for (BinaryBitmap bits :
                List.of(
                        new BinaryBitmap(new HybridBinarizer(light)),
                        new BinaryBitmap(new GlobalHistogramBinarizer(light)))) {
            try {
                return new QRCodeReader().decode(bits, HINTS).getText();
            } catch (ReaderException _) {
                // the next way of looking at it
            }
        }
        return "";
    }
}
