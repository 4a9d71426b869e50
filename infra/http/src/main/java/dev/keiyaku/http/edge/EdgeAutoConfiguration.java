package dev.keiyaku.http.edge;

import dev.keiyaku.http.AccessTable;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The edge of the gateway and of both services: the same checks, deny by default. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableWebFluxSecurity
@EnableConfigurationProperties({EdgeSettings.class, TokenSettings.class})
class EdgeAutoConfiguration {

  private static final String CONTENT_SECURITY =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  @Bean
  AccessTable accessTable(EdgeSettings settings) {
    return AccessTable.load().servedBy(settings.service());
  }

  @Bean(destroyMethod = "dispose")
  Scheduler edgeThreads() {
    return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());
  }

  @Bean
  PlacesFilter placesFilter(EdgeSettings settings) {
    return new PlacesFilter(new Places(settings.commandsAtATime()));
  }

  @Bean
  OffTheEventLoop offTheEventLoop(Scheduler edgeThreads) {
    return new OffTheEventLoop(edgeThreads);
  }

  @Bean
  ReactiveJwtDecoder tokenDecoder(TokenSettings settings, Scheduler edgeThreads) {
    return new TokenDecoder(settings, edgeThreads);
  }

  /**
   * Timing every filter of the chain costs more than the filters; requests are timed as a whole.
   */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  Refusals refusals(ObjectProvider<Toll> toll) {
    return new Refusals(toll.getIfAvailable(() -> payer -> {}));
  }

  @Bean
  TraceFilter traceFilter() {
    return new TraceFilter();
  }

  @Bean
  BodyLimit bodyLimit(EdgeSettings settings) {
    return new BodyLimit(settings.bodyPatience());
  }

  @Bean
  WebEdge webEdge() {
    return new WebEdge();
  }

  @Bean
  RouteCheck routeCheck(
      AccessTable table, RequestMappingHandlerMapping requestMappingHandlerMapping) {
    return new RouteCheck(table, requestMappingHandlerMapping);
  }

  @Bean
  SecurityWebFilterChain door(
      ServerHttpSecurity http,
      AccessTable table,
      Refusals refusals,
      ReactiveJwtDecoder tokens,
      ObjectProvider<Toll> toll) {
    toll.ifAvailable(
        each -> http.addFilterAfter(new TollFilter(each), SecurityWebFiltersOrder.AUTHENTICATION));
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .headers(headers ->
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY)))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .oauth2ResourceServer(server ->
            server
                .authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals)
                .jwt(jwt -> jwt.jwtDecoder(tokens).jwtAuthenticationConverter(new Callers())))
        .authorizeExchange(all -> all.anyExchange().access(new Admission(table)))
        .build();
  }
}
