package dev.keiyaku.gateway;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are, and how often a client may ask.
 *
 * @param subscriptionService where commands go
 * @param termsProjection where queries go
 */
@ConfigurationProperties("keiyaku.gateway")
record GatewaySettings(URI subscriptionService, URI termsProjection, @DefaultValue Rate rate) {

  /**
   * @param perSecond requests a second, over time
   * @param burst requests at once, after a pause
   * @param clients of how many the counts are held; the longest silent one is forgotten first
   */
  record Rate(
      @DefaultValue("100") int perSecond,
      @DefaultValue("200") int burst,
      @DefaultValue("10000") int clients) {}
}
