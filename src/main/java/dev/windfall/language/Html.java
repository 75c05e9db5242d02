package dev.windfall.language;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// HTML as it is sent, in UTF-8: a list of pieces that many pages share. A page is put together without copying any of
/// them, or encoding it again.
public final class Html {

    private final byte[][] pieces;
    private final int length;

    private Html(byte[]... pieces) {
        this.pieces = pieces;
        int sum = 0;
        for (byte[] piece : pieces) {
            sum += piece.length;
        }
        length = sum;
    }

    static Html of(String html) {
        return new Html(html.getBytes(StandardCharsets.UTF_8));
    }

    /// One after the other.
    public static Html joined(List<Html> parts) {
        int count = 0;
        for (Html part : parts) {
            count += part.pieces.length;
        }
        var pieces = new byte[count][];
        int place = 0;
        for (Html part : parts) {
            System.arraycopy(part.pieces, 0, pieces, place, part.pieces.length);
            place += part.pieces.length;
        }
        return new Html(pieces);
    }

    /// In bytes.
    int length() {
        return length;
    }

    void writeTo(OutputStream out) throws IOException {
        for (byte[] piece : pieces) {
            out.write(piece);
        }
    }

    /// As text, to be put into a page that is rendered as a whole.
    @Override
    public String toString() {
        var text = new StringBuilder(length);
        for (byte[] piece : pieces) {
            text.append(new String(piece, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
