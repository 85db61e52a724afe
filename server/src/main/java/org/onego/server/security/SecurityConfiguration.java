package org.onego.server.security;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onego.renderer.frame.ContentSecurity;
import org.onego.server.start.DepartmentNames;
import org.onego.server.start.OneGoProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

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
                        login.loginPage("/desk/login").defaultSuccessUrl("/desk", true).permitAll())
                .logout(logout ->
                        logout.logoutUrl("/desk/logout").logoutSuccessUrl("/desk/login?logout"))
                .headers(headers -> headers.frameOptions(frames -> frames.disable()))
                .build();
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
