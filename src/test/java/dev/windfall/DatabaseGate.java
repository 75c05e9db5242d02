package dev.windfall;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A gate in the way to a database. Counts what is asked through it; when it is shut, the database is away: connections
/// break, and new ones are refused.
public final class DatabaseGate implements AutoCloseable {

    private final URI database;
    private final InetSocketAddress address;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong askedBytes = new AtomicLong();
    private final AtomicLong answeredBytes = new AtomicLong();
    private ServerSocket listener;

    private DatabaseGate(String databaseUrl, boolean opened) throws IOException {
        database = URI.create(databaseUrl.substring("jdbc:".length()));
        listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        address = (InetSocketAddress) listener.getLocalSocketAddress();
        if (opened) {
            accept(listener);
        } else {
            listener.close();
        }
    }

    public static DatabaseGate open(String databaseUrl) {
        return create(databaseUrl, true);
    }

    public static DatabaseGate shut(String databaseUrl) {
        return create(databaseUrl, false);
    }

    /// The database's URL by way of the gate.
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d%s?%s"
                .formatted(address.getPort(), database.getPath(), database.getQuery());
    }

    /// How many bytes were sent to the database so far.
    public long askedBytes() {
        return askedBytes.get();
    }

    /// How many bytes came back so far.
    public long answeredBytes() {
        return answeredBytes.get();
    }

    public void open() throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(address);
        accept(listener);
    }

    public void shut() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        shut();
    }

    private static DatabaseGate create(String databaseUrl, boolean opened) {
        try {
            return new DatabaseGate(databaseUrl, opened);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    connect(from, from.accept());
                }
            } catch (IOException shut) {
                // whoever shut the gate knows
            }
        });
    }

    private void connect(ServerSocket from, Socket client) throws IOException {
        var server = new Socket(database.getHost(), database.getPort());
        open.add(client);
        open.add(server);
        if (from.isClosed()) {
            // it slipped in while the gate was being shut
            client.close();
            server.close();
            return;
        }
        pass(client, server, askedBytes);
        pass(server, client, answeredBytes);
    }

    private static void pass(Socket from, Socket to, AtomicLong counter) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[8192];
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    counter.addAndGet(length);
                    out.write(buffer, 0, length);
                }
            } catch (IOException ended) {
                // a connection ends for both when it ends for one
            }
        });
    }
}
