package dev.keiyaku.standalone.authorization;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Spring Authorization Server with Boot's defaults, our clients, our people and our claims. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class AuthorizationServer {

  @Bean
  RegisteredClientRepository clients(
      Credentials credentials,
      PasswordEncoder encoder,
      @Value("${keiyaku.gateway.address}") String gateway) {
    return new InMemoryRegisteredClientRepository(Clients.of(credentials, encoder, gateway));
  }

  @Bean
  UserDetailsService people(Credentials credentials, PasswordEncoder encoder) {
    List<UserDetails> people =
        credentials.people().entrySet().stream()
            .map(person ->
                User.withUsername(person.getKey())
                    .password(encoder.encode(person.getValue()))
                    .authorities(List.of())
                    .build())
            .toList();
    return new InMemoryUserDetailsManager(people);
  }

  @Bean
  JWKSource<SecurityContext> signingKey(Credentials credentials) {
    return new ImmutableJWKSet<>(SigningKey.parse(credentials.signingKey()));
  }

  @Bean
  TokenClaims tokenClaims() {
    return new TokenClaims();
  }

  @Bean
  PasswordEncoder secrets() {
    return new GeneratedSecret();
  }
}
