package dev.windfall.prizes;

import dev.windfall.draw.PublishedDraw;
import dev.windfall.prizes.Snapshot.DrawWinners;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The public results: draws and how many won what, never who.
@Controller
class DrawsController {

    private final Snapshots snapshots;
    private final SharedRows rows;

    DrawsController(Snapshots snapshots, SharedRows rows) {
        this.snapshots = snapshots;
        this.rows = rows;
    }

    @GetMapping("/draws")
    String list(Model model) {
        Snapshot snapshot = snapshots.current();
        model.addAttribute("periods", snapshot.periods());
        model.addAttribute("rows", rows);
        return "prizes/draws";
    }

    @GetMapping("/draws/{id}")
    String show(@PathVariable int id, Model model) {
        Snapshot snapshot = snapshots.current();
        Optional<PublishedDraw> published = snapshot.published()
                .map(DrawWinners::draw)
                .filter(draw -> draw.draw().id() == id)
                .findFirst();
        if (published.isPresent()) {
            model.addAttribute("published", published.get());
            return "prizes/draw";
        }
        return snapshot.pending()
                .filter(pending -> pending.draw().id() == id)
                .findFirst()
                .map(pending -> {
                    model.addAttribute("pending", pending);
                    return "prizes/pending-draw";
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
