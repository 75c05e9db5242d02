package dev.windfall.notice;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.windfall.account.Visitor;
import dev.windfall.database.FreePort;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A mail server that takes everything, on a port that stays the same while it is away, and those who read what it
/// took.
public final class Mailbox implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port = FreePort.find();
    private final List<Mail> kept = new CopyOnWriteArrayList<>();
    private final GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public Mailbox() {
        server.start();
    }

    /// A mail as its reader sees it.
    public record Mail(
            String id,
            String to,
            String from,
            String subject,
            String text,
            Optional<String> unsubscribe,
            Optional<String> unsubscribePost) {

        private static Mail of(MimeMessage message) {
            try {
                return new Mail(
                        message.getMessageID(),
                        message.getRecipients(Message.RecipientType.TO)[0].toString(),
                        message.getFrom()[0].toString(),
                        message.getSubject(),
                        (String) message.getContent(),
                        header(message, "List-Unsubscribe"),
                        header(message, "List-Unsubscribe-Post"));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Optional<String> header(MimeMessage message, String name) throws MessagingException {
            return Optional.ofNullable(message.getHeader(name)).map(values -> values[0]);
        }

        /// The address in the header by which mail programs end the mail, without its site.
        public String unsubscribePath() {
            return URI.create(unsubscribe.orElseThrow().replaceAll("[<>]", "")).getPath();
        }
    }

    /// What a node has to be told of it, and further settings.
    public String[] settings(String... further) {
        return Stream.concat(
                        Stream.of(
                                "spring.mail.host=127.0.0.1",
                                "spring.mail.port=" + port,
                                "windfall.notices.from=lottery@windfall.example",
                                "windfall.notices.site=https://windfall.example",
                                "windfall.notices.per-second=1000",
                                "windfall.notices.poll-interval=20ms"),
                        Stream.of(further))
                .toArray(String[]::new);
    }

    public int port() {
        return port;
    }

    /// In the order in which they came.
    public List<Mail> mails() {
        return Stream.concat(kept.stream(), taken()).toList();
    }

    private Stream<Mail> taken() {
        return Arrays.stream(server.getReceivedMessages()).map(Mail::of);
    }

    public List<Mail> to(String address) {
        return mails().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    public List<Mail> awaitTo(String address, int count) {
        await().atMost(PATIENCE).until(() -> to(address).size() >= count);
        return to(address);
    }

    /// Has a subscriber's mail go to an address, as he does it by himself.
    public void subscribe(Visitor subscriber, String address) {
        int before = to(address).size();
        subscriber.submit("/account/mail", "/account/mail/address", "address", address);
        String code = code(awaitTo(address, before + 1).getLast());
        subscriber.submit("/account/mail", "/account/mail/code", "code", code);
    }

    public static String code(Mail mail) {
        return Stream.of(CODE.matcher(mail.text()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    /// Goes away. What it took is still there.
    public void stop() {
        kept.addAll(taken().toList());
        server.stop();
    }

    public void startAgain() {
        server.start();
    }

    /// Throws away what it took.
    public void empty() throws FolderException {
        kept.clear();
        server.purgeEmailFromAllMailboxes();
    }

    @Override
    public void close() {
        server.stop();
    }
}
