package dev.windfall.publishing;

import dev.windfall.account.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/// Lets staff import draws from files that they upload.
@Controller
class ImportsController {

    private final DrawImport draws;

    ImportsController(DrawImport draws) {
        this.draws = draws;
    }

    @GetMapping("/admin/imports")
    String show() {
        return "publishing/imports";
    }

    /// Shows what became of each draw. Sent once more, it does no harm: what is not published is replaced by the same.
    @PostMapping("/admin/imports")
    String create(
            @ModelAttribute("form") ImportForm form,
            BindingResult binding,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response)
            throws IOException {
        MultipartFile prizeTable = form.prizeTable();
        if (binding.hasErrors() || prizeTable == null || prizeTable.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("incomplete", true);
            return "publishing/imports";
        }
        model.addAttribute("report", bringIn(form, prizeTable, staff));
        return "publishing/imports";
    }

    private ImportReport bringIn(ImportForm form, MultipartFile prizeTable, SignedIn.Staff staff) throws IOException {
        try (var files = new UploadedFiles()) {
            Path table = files.store(prizeTable);
            List<Path> winners = new ArrayList<>();
            for (MultipartFile upload : form.givenWinnersFiles()) {
                winners.add(files.store(upload));
            }
            return draws.run(new ImportRequest(table, form.selection(), winners, staff.username()));
        }
    }
}
