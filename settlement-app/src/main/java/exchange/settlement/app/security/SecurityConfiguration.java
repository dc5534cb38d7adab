package exchange.settlement.app.security;

import exchange.settlement.app.startup.DataDirectory;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The gate: every request passes here first. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
@Import({TokenIssuing.class, TokenChecking.class})
public class SecurityConfiguration {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1",
            "[0:0:0:0:0:0:0:1]");

    /** Where tokens are asked for. Of the authorization server's addresses only this one exists. */
    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpoint(HttpSecurity http) {
        stateless(http)
                .securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, Access.TOKENS))
                .oauth2AuthorizationServer(server -> server
                        .clientAuthentication(client -> client.errorResponseHandler(Refusals::noToken))
                        .tokenEndpoint(token -> token.errorResponseHandler(Refusals::noToken)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint((q, s, _) -> Refusals.unknownClient(q, s))
                        .accessDeniedHandler((q, s, _) -> Refusals.unknownClient(q, s)))
                .addFilterBefore(new SignInFilter(new SignInThrottle(InstantSource.system())), SecurityContextHolderFilter.class);
        return http.build();
    }

    /** Everything else: a token that counts, and a rule of {@link Access} that admits its caller. */
    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(HttpSecurity http, JwtIssuerAuthenticationManagerResolver issuers) {
        stateless(http)
                .oauth2ResourceServer(server -> server.authenticationManagerResolver(issuers)
                        .authenticationEntryPoint(Refusals::unauthenticated))
                .authorizeHttpRequests(requests -> requests
                        // An answer on its way out was admitted when its request came in.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .anyRequest().access((who, context) -> new AuthorizationDecision(Access
                                .rule(context.getRequest().getMethod(), context.getRequest().getRequestURI())
                                .map(rule -> rule.isOpen() || mayPass(rule, who.get())).orElse(false))))
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint(Refusals::unauthenticated)
                        .accessDeniedHandler((q, s, _) -> Refusals.closed(q, s)));
        return http.build();
    }

    private static boolean mayPass(Access.Rule rule, @Nullable Authentication who) {
        return who != null && who.isAuthenticated() && who.getPrincipal() instanceof Caller caller && rule.admits(caller);
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http
                .addFilterAfter(new OneAuthorizationFilter(), HeaderWriterFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie ever authenticates a request, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)));
    }

    @Bean
    SetupCheck setupCheck(Environment environment, SecurityProperties properties, ObjectProvider<DataDirectory> directory) {
        // Keys and credentials are written below; another engine's directory must be noticed before that.
        directory.ifAvailable(_ -> {});
        return SetupCheck.of(environment, properties.security());
    }

    /** Names under which the engine may be addressed; a page in a browser must not reach it by rebinding its own name. */
    @Bean
    HostNames hostNames(SetupCheck setup, SecurityProperties properties) {
        Set<String> configured = properties.security().hosts();
        if (configured.isEmpty() && !setup.loopback()) {
            return new HostNames(_ -> true);
        }
        return new HostNames(name -> {
            String host = name.toLowerCase(Locale.ROOT);
            return LOOPBACK_NAMES.contains(host) || configured.contains(host);
        });
    }

    /** @param allowed which names are the engine's */
    record HostNames(Predicate<String> allowed) {}

    @Bean
    HttpFirewall firewall(HostNames hosts) {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(hosts.allowed());
        // Access knows which methods there are; it says 405 with those of the address, where the firewall would only say 400.
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejected(HostNames hosts) {
        return (request, response, _) -> Refusals.suspicious(request, response, hosts.allowed().test(request.getServerName()));
    }
}
