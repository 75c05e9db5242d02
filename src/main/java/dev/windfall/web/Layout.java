package dev.windfall.web;

import dev.windfall.account.SignedIn;
import dev.windfall.draw.LotterySettings;
import dev.windfall.language.Language;
import dev.windfall.language.Own;
import dev.windfall.language.SharedHtml;
import dev.windfall.web.Shell.Visitor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.SmartView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.UrlBasedViewResolver;
import org.thymeleaf.ITemplateEngine;

/// Adds what the layout shows on every page: the lottery, who is signed in, and the languages to choose from. Only to
/// answers that are pages: one that says that nothing has changed, or a program's JSON, has no layout.
@Component
class Layout implements HandlerInterceptor, WebMvcConfigurer, MeterBinder {

    private static final String TEMPLATE = "shell";
    private static final String FORM_TOKEN = CsrfToken.class.getName();
    private static final List<Language> LANGUAGES = List.of(Language.values());
    private static final int MAX_BYTES = 2_000_000;

    private final SharedHtml shells;
    private final Assets assets;

    Layout(ITemplateEngine templates, LotterySettings lottery, Assets assets) {
        var tools = Map.<String, Object>of(
                "lotteryName", lottery.name(),
                "languages", LANGUAGES,
                "styles", assets.address("windfall.css"),
                "emblem", assets.address("favicon.svg"));
        shells = new SharedHtml(templates, TEMPLATE, tools, MAX_BYTES);
        this.assets = assets;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        shells.meters("shells").bindTo(meters);
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && !isRedirect(page)) {
            describe(request, page.getModelMap());
        }
    }

    private void describe(HttpServletRequest request, ModelMap model) {
        SignedIn signedIn = signedIn();
        // without the query: a page that repeats what somebody else wrote would help to guess the rest when compressed
        model.addAttribute("shell", new Shell(shells, Visitor.of(signedIn), request.getRequestURI()));
        model.addAttribute("signedInStaff", signedIn instanceof SignedIn.Staff);
        model.addAttribute("languages", LANGUAGES);
        model.addAttribute("assets", assets);
        if (signedIn != null && request.getAttribute(FORM_TOKEN) instanceof CsrfToken formToken) {
            model.addAttribute("own", new Own(signedIn.name(), number(signedIn), formToken::getToken));
        }
    }

    private static boolean isRedirect(ModelAndView page) {
        String name = page.getViewName();
        return name == null
                ? page.getView() instanceof SmartView view && view.isRedirectView()
                : name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
    }

    private static @Nullable SignedIn signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }

    private static String number(SignedIn signedIn) {
        return switch (signedIn) {
            case SignedIn.Subscriber subscriber -> Integer.toString(subscriber.number());
            case SignedIn.Staff _ -> "";
        };
    }
}
