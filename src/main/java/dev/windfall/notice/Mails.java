package dev.windfall.notice;

import static java.util.Objects.requireNonNull;

import dev.windfall.language.Language;
import dev.windfall.notice.Outbox.Due;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Writes mails. They name no amount and lead nowhere, so that one that does is not ours; what their reader may do is
/// sign in as he always does.
@Component
@WhereMailIsSent
class Mails {

    private final JavaMailSender sender;
    private final MessageSource texts;
    private final String from;
    private final URI site;

    Mails(JavaMailSender sender, MessageSource texts, NoticeSettings settings) {
        this.sender = sender;
        this.texts = texts;
        this.from = requireNonNull(settings.from());
        this.site = requireNonNull(settings.site());
    }

    /// @throws MessagingException if there can be no such mail
    MimeMessage of(Due notice, String address) throws MessagingException {
        Locale locale =
                Language.ofTag(notice.language()).orElse(Language.ENGLISH).locale();
        var mail = new MimeMessageHelper(sender.createMimeMessage(), StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.setTo(new InternetAddress(address, true));
        mail.setSubject(text(notice, "subject", locale));
        mail.setText("%s\n\n%s\n".formatted(text(notice, "text", locale), end(notice, locale)));
        MimeMessage message = mail.getMimeMessage();
        message.setHeader("Message-ID", "<%s@%s>".formatted(notice.messageId(), site.getHost()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", locale.toLanguageTag());
        if (notice.unsubscribeKey() != null) {
            setUnsubscribe(message, notice.unsubscribeKey());
        }
        return message;
    }

    /// RFC 8058: mail programs offer to end the mail, and do so by one request.
    private void setUnsubscribe(MimeMessage message, UUID key) throws MessagingException {
        URI address = site.resolve(UnsubscribeController.PATH + "/" + key);
        message.setHeader("List-Unsubscribe", "<%s>".formatted(address));
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private String text(Due notice, String part, Locale locale) {
        return texts.getMessage("notice.%s.%s".formatted(notice.kind(), part), new Object[] {notice.details()}, locale);
    }

    private String end(Due notice, Locale locale) {
        String end = notice.unsubscribeKey() == null ? "notice.end-of-code" : "notice.end";
        return texts.getMessage(end, null, locale);
    }
}
