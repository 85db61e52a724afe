package org.onego.renderer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.onego.renderer.citizen.CitizenSession;
import org.onego.renderer.citizen.HostEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.i18n.SessionLocaleResolver;

/// Chinese unless the person asks for English (`?lang=en`), and nothing personal in any cache.
@Configuration(proxyBeanMethods = false)
public class RendererConfiguration implements WebMvcConfigurer {

    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final CitizenSession session;
    private final HostEntry entry;

    public RendererConfiguration(CitizenSession session, HostEntry entry) {
        this.session = session;
        this.entry = entry;
    }

    @Bean
    static LocaleResolver localeResolver() {
        SessionLocaleResolver resolver = new SessionLocaleResolver();
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return resolver;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(session);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(entry)
                .addPathPatterns("/jsb/**", "/s/**", "/a/**", "/auth/**", "/me/**")
                .order(-1);
        registry.addInterceptor(new Languages()).order(0);
        registry.addInterceptor(new NoStore()).excludePathPatterns("/assets/**", "/lists/**");
    }

    /// Takes only languages that exist; any other value is left alone.
    private static final class Languages extends LocaleChangeInterceptor {

        Languages() {
            setParamName("lang");
            setHttpMethods("GET");
        }

        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler)
                throws jakarta.servlet.ServletException {
            String wanted = request.getParameter("lang");
            return wanted == null
                    || !LANGUAGES.contains(wanted)
                    || super.preHandle(request, response, handler);
        }
    }

    private static final class NoStore implements HandlerInterceptor {

        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader("Cache-Control", "no-store");
            return true;
        }
    }
}
