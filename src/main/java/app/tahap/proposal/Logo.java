package app.tahap.proposal;

import app.tahap.web.RuleException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes a logo of an uploaded picture: what it is, is told by its content; it is drawn anew as PNG, no larger than it is shown,
 * so that nothing hidden in the file comes along.
 */
final class Logo {

    static final int MOST_BYTES = 1 << 20;
    private static final int MOST_PIXELS = 4000;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 264;

    private Logo() {}

    /** @throws RuleException where it is no PNG or JPEG, or too large */
    static byte[] of(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new RuleException("proposal.settings.logo.large");
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new RuleException("proposal.settings.logo.kind");
            }
            ImageReader reader = readers.next();
            try {
                return png(reader, stream);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new RuleException("proposal.settings.logo.kind");
        }
    }

    private static byte[] png(ImageReader reader, ImageInputStream stream) throws IOException {
        String kind = reader.getFormatName();
        if (!kind.equalsIgnoreCase("png") && !kind.equalsIgnoreCase("jpeg")) {
            throw new RuleException("proposal.settings.logo.kind");
        }
        reader.setInput(stream, true, true);
        if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) { // before anything is unpacked
            throw new RuleException("proposal.settings.logo.large");
        }
        return written(scaled(reader.read(0)));
    }

    private static BufferedImage scaled(BufferedImage image) {
        double scale = Math.min(1, Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static byte[] written(BufferedImage image) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }
}
