package dev.windfall.notice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server that answers as a test wants it, command by command.
final class GrumpyMailServer implements AutoCloseable {

    /// In place of an answer: the connection breaks.
    static final String HANG_UP = "";

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();

    GrumpyMailServer() throws IOException {
        socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("grumpy-mail-server").start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// From now on answers a command so, and all others as is usual.
    ///
    /// @param command `MAIL`, `RCPT`, `.` for the end of a mail, `QUIT`
    void answer(String command, String answer) {
        answers.clear();
        answers.put(command, answer);
    }

    /// How many mails it has taken.
    int taken() {
        return taken.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException closed) {
                // whoever broke off, the next one may come
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        var out = new PrintWriter(client.getOutputStream(), true, US_ASCII);
        out.print("220 at your service\r\n");
        out.flush();
        boolean inMail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inMail && !line.equals(".")) {
                continue;
            }
            String command = line.split(" ", 2)[0];
            String answer = answers.getOrDefault(command, usual(command));
            if (answer.equals(HANG_UP)) {
                return;
            }
            if (command.equals(".") && answer.startsWith("250")) {
                taken.incrementAndGet();
            }
            inMail = command.equals("DATA");
            out.print(answer + "\r\n");
            out.flush();
        }
    }

    private static String usual(String command) {
        return switch (command) {
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
