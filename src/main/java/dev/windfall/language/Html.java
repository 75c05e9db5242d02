package dev.windfall.language;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// HTML as it is sent, in UTF-8: a list of pieces that many pages share. They are put together without encoding any of
/// them again, and copied once, when the page is sent.
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

    /// In one call: each goes through all that wraps a response, and takes longer than to copy a piece.
    void writeTo(OutputStream out) throws IOException {
        out.write(bytes());
    }

    private byte[] bytes() {
        var bytes = new byte[length];
        int place = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, bytes, place, piece.length);
            place += piece.length;
        }
        return bytes;
    }

    /// As text, to be put into a page that is rendered as a whole.
    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
