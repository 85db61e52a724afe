package org.onego.examples.certificates;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/// A picture of a certificate: a frame and bars where the lines would be, because a machine need
/// not have fonts.
final class SamplePicture {

    private static final int WIDTH = 850;
    private static final int HEIGHT = 540;

    private SamplePicture() {}

    static byte[] of(List<String> lines) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.setColor(new Color(0x8a, 0x1f, 0x1f));
        drawing.drawRect(10, 10, WIDTH - 20, HEIGHT - 20);
        drawing.setColor(Color.GRAY);
        int y = 60;
        for (String line : lines) {
            drawing.fillRect(60, y, Math.min(WIDTH - 120, line.length() * 14), 12);
            y += 32;
        }
        drawing.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
