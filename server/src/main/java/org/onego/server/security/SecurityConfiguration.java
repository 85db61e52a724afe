package org.onego.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onego.renderer.desk.Unsent;
import org.onego.renderer.frame.ContentSecurity;
import org.onego.server.start.DepartmentNames;
import org.onego.server.start.OneGoProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;

/// Four doors: the desk with an account, the administration with another, departments' systems with
/// a signature, citizens through the host.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain deskSecurity(HttpSecurity http, UserDetailsService accounts)
            throws Exception {
        return http.securityMatcher("/desk", "/desk/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/desk/login")
                                .permitAll()
                                .anyRequest()
                                .hasRole("CLERK"))
                .userDetailsService(accounts)
                .formLogin(login ->
                        login.loginPage("/desk/login")
                                .successHandler(SecurityConfiguration::goOn)
                                .permitAll())
                .exceptionHandling(
                        problems -> problems.accessDeniedHandler(SecurityConfiguration::keepUnsent))
                .logout(logout ->
                        logout.logoutUrl("/desk/logout").logoutSuccessUrl("/desk/login?logout"))
                .headers(headers -> headers.frameOptions(frames -> frames.disable()))
                .build();
    }

    /// To the page on which something was written before the login expired, else to the list.
    private static void goOn(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        response.sendRedirect(
                request.getContextPath() + Unsent.page(request, who.getName()).orElse("/desk"));
    }

    /// A form that comes without the session it was made in: what was written is not lost.
    private static void keepUnsent(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException && request.getUserPrincipal() == null) {
            Unsent.keep(request);
            response.sendRedirect(request.getContextPath() + "/desk/login?expired");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /// No session and no CSRF token: every call brings the account.
    @Bean
    @Order(0)
    SecurityFilterChain adminSecurity(HttpSecurity http, OneGoProperties settings)
            throws Exception {
        List<UserDetails> administrators =
                settings.admin().accounts().stream()
                        .map(account ->
                                User.withUsername(account.id())
                                        .password(account.password())
                                        .roles("ADMIN")
                                        .build())
                        .toList();
        return http.securityMatcher("/api/admin/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("ADMIN"))
                .userDetailsService(new InMemoryUserDetailsManager(administrators))
                .httpBasic(Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /// No session and no CSRF token: every call is signed with the department's secret.
    @Bean
    @Order(2)
    SecurityFilterChain departmentSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/department/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    /// Citizens' pages check for themselves who came through the host. Frames are ruled by
    /// [ContentSecurity].
    @Bean
    @Order(3)
    SecurityFilterChain citizenSecurity(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(frames -> frames.disable()))
                .exceptionHandling(problems ->
                        problems.accessDeniedHandler(
                                (request, response, _) -> response.sendError(403)))
                .build();
    }

    @Bean
    UserDetailsService deskAccounts(OneGoProperties settings, DepartmentNames departments) {
        Map<String, DeskUser> users =
                settings.desk().accounts().stream()
                        .map(account ->
                                new DeskUser(account, departments.name(account.department())))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        DeskUser::getUsername, Function.identity()));
        return name -> {
            DeskUser user = users.get(name);
            if (user == null) {
                throw new UsernameNotFoundException("no such account");
            }
            return user;
        };
    }

    @Bean
    FilterRegistrationBean<ContentSecurity> contentSecurity(OneGoProperties settings) {
        var registration =
                new FilterRegistrationBean<>(new ContentSecurity(settings.hostOrigins()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
