package dev.windfall.notice;

import dev.windfall.notice.Outbox.Due;
import dev.windfall.notice.Outbox.Outcome;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.NoSuchMessageException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sends one notice after the other, each in a transaction that holds its row for as long as it is under way: what dies
/// with its node is free at once for another. Sent twice would be only what the mail server took in the moment before
/// that transaction's end, in which the node died; it would have the same Message-ID.
@Component
@WhereMailIsSent
class NoticeSender {

    private static final Logger log = LoggerFactory.getLogger(NoticeSender.class);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 8;

    /// By SMTP, of an address that nobody reads, unless it is the sender who is not welcome (5.7 by RFC 3463).
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

    private static final String POLICY = "5.7.";

    private final Outbox outbox;
    private final List<NoticeSource> sources;
    private final Mails mails;
    private final JavaMailSender sender;
    private final NoticeMeters meters;
    private final Duration patience;

    NoticeSender(
            Outbox outbox,
            List<NoticeSource> sources,
            Mails mails,
            JavaMailSender sender,
            NoticeMeters meters,
            NoticeSettings settings) {
        this.outbox = outbox;
        this.sources = List.copyOf(sources);
        this.mails = mails;
        this.sender = sender;
        this.meters = meters;
        this.patience = settings.patience();
    }

    /// @return false if none was due
    /// @throws MailServerAway if no mail gets out; the notice stays as it was
    @Transactional
    public boolean sendNext() {
        var due = outbox.next();
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private void send(Due notice) {
        if (notice.address() == null || !sources.stream().allMatch(source -> source.isStillSo(notice.notice()))) {
            end(notice, Outcome.DROPPED);
            return;
        }
        MimeMessage mail;
        try {
            mail = mails.of(notice, notice.address());
        } catch (MessagingException | NoSuchMessageException e) {
            // a newer node may know how
            log.warn("Notice {} can't be written: {}", notice.id(), e.getMessage());
            tryLater(notice);
            return;
        }
        try {
            sender.send(mail);
            end(notice, Outcome.SENT);
        } catch (MailAuthenticationException e) {
            throw new MailServerAway(e);
        } catch (MailSendException e) {
            failed(notice, e);
        }
    }

    private void failed(Due notice, MailSendException failure) {
        List<Throwable> reasons = reasons(failure);
        if (failure.getFailedMessages().isEmpty()) {
            // it was taken, and only then did the connection break
            end(notice, Outcome.SENT);
        } else if (reasons.stream().noneMatch(SendFailedException.class::isInstance)
                || reasons.stream().anyMatch(NoticeSender::isOurFault)) {
            throw new MailServerAway(failure);
        } else if (reasons.stream().anyMatch(NoticeSender::isNobodysMailbox)) {
            log.warn("Notice {} has no reader: the mail server knows no such mailbox", notice.id());
            end(notice, Outcome.FAILED);
        } else {
            tryLater(notice);
        }
    }

    private void tryLater(Due notice) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(notice.attempts(), MAX_DOUBLINGS));
        if (outbox.postpone(notice, wait, patience)) {
            meters.ended(notice.kind(), "postponed");
        } else {
            log.warn("Notice {} is given up after {} attempts", notice.id(), notice.attempts() + 1);
            end(notice, Outcome.FAILED);
        }
    }

    /// All that is said of why a mail was not taken.
    private static List<Throwable> reasons(MailSendException failure) {
        List<Throwable> reasons = new ArrayList<>();
        for (Exception reason : failure.getFailedMessages().values()) {
            for (Throwable each = reason; each != null; each = each.getCause()) {
                reasons.add(each);
            }
        }
        return reasons;
    }

    /// Whether the server would take no mail from us, whoever is to read it.
    private static boolean isOurFault(Throwable reason) {
        return reason instanceof SMTPSendFailedException refused
                && refused.getCommand().startsWith("MAIL");
    }

    private static boolean isNobodysMailbox(Throwable reason) {
        return reason instanceof SMTPAddressFailedException refused
                && NO_SUCH_MAILBOX.contains(refused.getReturnCode())
                && !String.valueOf(refused.getMessage()).contains(POLICY);
    }

    private void end(Due notice, Outcome outcome) {
        outbox.end(notice, outcome);
        meters.ended(notice.kind(), outcome.key());
    }
}
