package dev.windfall.publishing.page;

import dev.windfall.publishing.intake.ImportDesk;
import dev.windfall.publishing.intake.ImportRequest;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Does the imports of uploaded files while whoever uploaded them watches, or goes elsewhere.
@Component
class UploadedImports implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(UploadedImports.class);

    /// As long as a node takes to end at most. What isn't done by then is rolled back and can be uploaded again.
    private static final int PATIENCE_S = 15;

    private final ImportDesk desk;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    UploadedImports(ImportDesk desk) {
        this.desk = desk;
    }

    /// @param files those of the request; closed when the import has ended
    /// @return the number of the import
    int start(UploadedFiles files, ImportRequest request) {
        int id = desk.register(request);
        threads.execute(() -> run(id, files, request));
        return id;
    }

    private void run(int id, UploadedFiles files, ImportRequest request) {
        try (files) {
            desk.run(id, request, _ -> {}, _ -> {});
        } catch (IOException | RuntimeException e) {
            log.error("Import {} ended before its end", id, e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
            log.warn("An import was under way when the program ended: nothing of its current draw is in");
        }
    }
}
