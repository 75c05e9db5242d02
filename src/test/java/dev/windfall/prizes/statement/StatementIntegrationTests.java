package dev.windfall.prizes.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windfall.TestDatabase;
import dev.windfall.TestDraws;
import dev.windfall.account.Node;
import dev.windfall.account.SignedIn;
import dev.windfall.account.SubscriptionTerm;
import dev.windfall.account.Visitor;
import dev.windfall.language.Language;
import dev.windfall.prizes.PrizesService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// Subscriber 1 has won in July and November, subscriber 3 never.
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementIntegrationTests {

    private final Node node = Node.at(Instant.parse("2026-11-21T12:00:00Z"), TestDatabase.createUrl())
            .withAccounts();

    @BeforeAll
    void publish(@TempDir Path folder) {
        VeraGreenfieldFoundryProvider.initialise();
        TestDraws.publish(node, folder, "40", "2026-07-04", 1, 2);
        TestDraws.publish(node, folder, "42", "2026-11-07", 1);
        TestDraws.declare(node, folder, "43", "2026-11-14");
    }

    @AfterAll
    void close() {
        node.close();
    }

    /// The library has a log of its own, which is not for who reads ours.
    @Test
    void areSetWithoutAWordBesideTheLog(CapturedOutput output) {
        node.signedIn("1").get("/prizes/statement.pdf");

        assertThat(output).doesNotContain("com.openhtmltopdf");
    }

    @Test
    void takesThePrizesToASpreadsheet() {
        HttpResponse<String> file = node.signedIn("1").get("/prizes/statement.csv");

        assertThat(file.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"prizes-2026-09-2026-11.csv\"");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.body().lines())
                .contains("202611,42,2026-11-07,Small prize,,5.00,EUR")
                .noneMatch(row -> row.startsWith("202607"));
        assertThat(node.signedIn("1").get("/prizes/months/202607/statement.csv").body())
                .contains("202607,40,2026-07-04,Small prize,,5.00,EUR");
    }

    @Test
    void takesThePrizesToPrograms() {
        assertThat(node.signedIn("1").get("/prizes/statement.json").body())
                .isEqualTo(node.signedIn("1").get("/api/v1/prizes").body());
        assertThat(node.signedIn("1")
                        .get("/prizes/months/202607/statement.json")
                        .body())
                .isEqualTo(
                        node.signedIn("1").get("/api/v1/prizes/months/202607").body())
                .contains("\"drawNo\":\"40\"");
    }

    @Test
    void setsADocument() throws Exception {
        assertThat(node.signedIn("1").get("/prizes/statement.pdf").headers().firstValue("Content-Type"))
                .contains("application/pdf");
        try (PDDocument document = Loader.loadPDF(document(1, Language.ENGLISH))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Statement of prizes", "Subscriber 1, subscriber number 1", "7 November 2026", "€5.00")
                    .contains("worth €49.00", "Amounts won in all: €5.00", "Draw 43: The results")
                    .doesNotContain("2 October");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Statement of prizes · Windfall Lottery");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void setsADocumentThatScreenReadersCanRead(Language language) throws Exception {
        assertThat(violationsOfPdfUa(document(1, language))).isEmpty();
        assertThat(violationsOfPdfUa(document(3, language))).isEmpty();
    }

    @Test
    void isToldOfADocumentThatScreenReadersCanNotRead() throws Exception {
        byte[] bare;
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            document.save(out);
            bare = out.toByteArray();
        }

        assertThat(violationsOfPdfUa(bare)).isNotEmpty();
    }

    @Test
    void asksToComeBackForASecondOneBeforeTheFirstIsSet() {
        Visitor subscriber = node.signedIn("1");

        node.bean(PdfStatements.class)
                .room
                .set(
                        1,
                        () -> assertThat(subscriber.get("/prizes/statement.pdf"))
                                .returns(503, HttpResponse::statusCode)
                                .satisfies(answer -> assertThat(answer.headers().firstValue("Retry-After"))
                                        .contains("10")));

        assertThat(subscriber.get("/prizes/statement.pdf").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "pdf"})
    void isForTheSubscriberAlone(String ending) {
        assertThat(node.visitor().get("/prizes/statement." + ending).statusCode())
                .isIn(302, 401);
        assertThat(node.signedIn("clerk").get("/prizes/statement." + ending).statusCode())
                .isEqualTo(403);
        assertThat(node.signedIn("1")
                        .get("/prizes/months/202608/statement." + ending)
                        .statusCode())
                .isEqualTo(404);
    }

    private byte[] document(int subscriber, Language language) {
        var owner = new SignedIn.Subscriber(subscriber, "Subscriber " + subscriber, new SubscriptionTerm.None());
        return node.bean(PdfStatements.class)
                .set(owner, node.bean(PrizesService.class).prizesOf(subscriber), language.locale());
    }

    /// By the rules of PDF/UA-1 (ISO 14289-1) that can be judged by a program.
    private static List<String> violationsOfPdfUa(byte[] document) throws Exception {
        try (var parser = Foundries.defaultInstance()
                        .createParser(new ByteArrayInputStream(document), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
