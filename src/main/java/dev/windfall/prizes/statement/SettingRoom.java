package dev.windfall.prizes.statement;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Where documents are set: a work of a quarter of a second that takes a processor for itself. It is done on threads of
/// the operating system, which shares the processors out between them and the pages; the virtual threads of requests
/// would not let go of them until the document is set. Who asks for a second one before the first is set is refused,
/// and so is who finds no place free.
final class SettingRoom implements AutoCloseable {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("setting-", 1).daemon().factory());
    private final Semaphore places;
    private final Set<Integer> served = ConcurrentHashMap.newKeySet();

    /// @param places how many documents are set at the same time
    SettingRoom(int places) {
        this.places = new Semaphore(places);
    }

    /// @throws StatementsBusy when there is no place, or the subscriber has one already
    <T> T set(int subscriber, Supplier<T> work) {
        if (!served.add(subscriber)) {
            throw new StatementsBusy();
        }
        try {
            return setInAPlace(work);
        } finally {
            served.remove(subscriber);
        }
    }

    private <T> T setInAPlace(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new StatementsBusy();
        }
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
