package dev.windfall.delivery.code;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has the lists of status codes renewed from the start on, on a thread of its own: it may wait for the service.
@Component
@ConditionalOnWebApplication
class CodePoll {

    private final StatusCodes codes;

    CodePoll(StatusCodes codes) {
        this.codes = codes;
    }

    @Scheduled(fixedDelayString = "${windfall.delivery.codes-poll-interval:5s}", scheduler = "codeScheduler")
    void poll() {
        codes.refreshWhatIsDue();
    }
}
