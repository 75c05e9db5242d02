package dev.windfall.publishing.page;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.LotteryCalendar;
import dev.windfall.publishing.Approval;
import dev.windfall.publishing.Publication;
import dev.windfall.publishing.StepOutcome;
import dev.windfall.publishing.StepOutcome.Refusal;
import dev.windfall.publishing.Writing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// One draw with all that is known of it, and the steps that can be taken with it. A step leads back to the draw; one
/// that is refused shows it with the reason.
@Controller
class DrawController {

    private final DrawDossiers dossiers;
    private final Approval approval;
    private final Publication publication;
    private final LotteryCalendar calendar;

    DrawController(DrawDossiers dossiers, Approval approval, Publication publication, LotteryCalendar calendar) {
        this.dossiers = dossiers;
        this.approval = approval;
        this.publication = publication;
        this.calendar = calendar;
    }

    @GetMapping("/admin/draws/{id}")
    String show(@PathVariable int id, @AuthenticationPrincipal SignedIn.Staff staff, Model model) {
        DrawDossier dossier = dossiers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return show(dossier, staff, model);
    }

    @GetMapping("/admin/draws/by-number")
    String find(@RequestParam String number) {
        return dossiers.find(number)
                .map(dossier -> "redirect:/admin/draws/" + dossier.id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/admin/confirmations")
    String confirm(
            @RequestParam int draw,
            @RequestParam int version,
            @RequestParam String text,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response) {
        Optional<DrawDossier> before = dossiers.find(draw);
        StepOutcome outcome = approval.confirm(version, written(text), staff.username());
        return answer(outcome, before, staff, model, response);
    }

    @PostMapping("/admin/approvals")
    String approve(
            @RequestParam int draw,
            @RequestParam int version,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response) {
        Optional<DrawDossier> before = dossiers.find(draw);
        return answer(approval.approve(version, staff.username()), before, staff, model, response);
    }

    @PostMapping("/admin/publications")
    String publish(
            @RequestParam String drawNumber,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response) {
        StepOutcome outcome = publication.publish(drawNumber, staff.username());
        return answer(outcome, dossiers.find(drawNumber), staff, model, response);
    }

    @PostMapping("/admin/withdrawals")
    String withdraw(
            @RequestParam String drawNumber,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response) {
        StepOutcome outcome = publication.withdraw(drawNumber, written(reason), staff.username());
        return answer(outcome, dossiers.find(drawNumber), staff, model, response);
    }

    @PostMapping("/admin/discards")
    String discard(
            @RequestParam int draw,
            @RequestParam int version,
            @AuthenticationPrincipal SignedIn.Staff staff,
            Model model,
            HttpServletResponse response) {
        Optional<DrawDossier> before = dossiers.find(draw);
        return answer(publication.discard(version, staff.username()), before, staff, model, response);
    }

    private String answer(
            StepOutcome outcome,
            Optional<DrawDossier> draw,
            SignedIn.Staff staff,
            Model model,
            HttpServletResponse response) {
        DrawDossier before = draw.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<DrawDossier> now = dossiers.find(before.id());
        if (outcome instanceof StepOutcome.Refused(String _, Refusal reason)) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("refusal", reason);
            return show(now.orElse(before), staff, model);
        }
        return now.isPresent() ? "redirect:/admin/draws/" + before.id() : "redirect:/admin/draws";
    }

    private String show(DrawDossier dossier, SignedIn.Staff staff, Model model) {
        model.addAttribute("draw", dossier);
        model.addAttribute("draft", dossier.draft().orElse(null));
        model.addAttribute("published", dossier.published().orElse(null));
        model.addAttribute("current", dossier.current());
        model.addAttribute("steps", DrawState.STEPS);
        model.addAttribute("zone", calendar.zone());
        model.addAttribute(
                "importedByReader",
                dossier.draft()
                        .flatMap(DrawDossier.Version::imported)
                        .filter(step -> step.actor().equals(staff.username()))
                        .isPresent());
        return "publishing/draw";
    }

    private static String written(String text) {
        try {
            Writing.requireFitting(text.strip());
            return text.strip();
        } catch (IllegalArgumentException unfit) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unfit.getMessage(), unfit);
        }
    }
}
