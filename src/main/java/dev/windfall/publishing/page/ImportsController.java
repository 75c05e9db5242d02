package dev.windfall.publishing.page;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.publishing.intake.ImportRecords;
import dev.windfall.publishing.intake.ImportRequest;
import dev.windfall.publishing.intake.RecordedImport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Lets staff import draws from files that they upload, and watch imports under way on any node.
@Controller
class ImportsController {

    static final String PATH = "/admin/imports";

    private static final int LISTED = 20;

    private final UploadedImports imports;
    private final ImportRecords records;
    private final LotteryCalendar calendar;

    ImportsController(UploadedImports imports, ImportRecords records, LotteryCalendar calendar) {
        this.imports = imports;
        this.records = records;
        this.calendar = calendar;
    }

    @GetMapping(PATH)
    String list(Model model) {
        model.addAttribute("zone", calendar.zone());
        model.addAttribute("imports", records.latest(LISTED));
        return "publishing/imports";
    }

    /// Leads to where the import shows. Sent once more, it does no harm: what is not published is replaced by the same.
    @PostMapping(PATH)
    String create(
            @ModelAttribute("form") ImportForm form,
            BindingResult binding,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (binding.hasErrors() || !form.isComplete()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("incomplete", true);
            return list(model);
        }
        return "redirect:" + PATH + "/" + start(form, staff);
    }

    @GetMapping(PATH + "/{id}")
    String show(@PathVariable int id, Model model) {
        model.addAttribute("import", find(id));
        return "publishing/import";
    }

    /// The part of the page that changes while an import is under way.
    @GetMapping(PATH + "/{id}/progress")
    String showProgress(@PathVariable int id, Model model) {
        model.addAttribute("import", find(id));
        return "publishing/import :: progress";
    }

    private int start(ImportForm form, SignedIn.Staff staff) throws IOException {
        var files = new UploadedFiles();
        try {
            return imports.start(files, request(form, files, staff));
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static ImportRequest request(ImportForm form, UploadedFiles files, SignedIn.Staff staff)
            throws IOException {
        Path table = files.store(Objects.requireNonNull(form.prizeTable()));
        List<Path> winners = new ArrayList<>();
        for (MultipartFile upload : form.givenWinnersFiles()) {
            winners.add(files.store(upload));
        }
        return new ImportRequest(table, form.selection(), winners, form.signature(staff.username()));
    }

    private RecordedImport find(int id) {
        return records.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
