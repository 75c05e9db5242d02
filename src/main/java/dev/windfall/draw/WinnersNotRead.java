package dev.windfall.draw;

import org.springframework.dao.DataAccessResourceFailureException;

/// A draw's winners could not be read to their end; nothing of them is used.
@SuppressWarnings("serial")
class WinnersNotRead extends DataAccessResourceFailureException {

    WinnersNotRead(PublishedDraw draw, Throwable cause) {
        super(
                "The winners of draw %s (version %d) could not be read"
                        .formatted(draw.draw().number(), draw.version()),
                cause);
    }
}
