package dev.windfall;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Reports tests as skipped where there is no browser to run them in, and says what to install. In CI they run, and
/// fail without one.
public final class NeedsBrowser implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Requirement.CI || Requirement.areOnThePath(List.of("node", "chromium"))
                ? ConditionEvaluationResult.enabled("there is a browser")
                : ConditionEvaluationResult.disabled("needs Chromium and Node.js: apt-get install nodejs chromium");
    }
}
