package dev.keiyaku.http.edge;

import dev.keiyaku.http.Service;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which rows of the access table this process answers.
 *
 * @param service {@code write}, {@code read} or {@code gateway}
 */
@ConfigurationProperties("keiyaku.http")
record EdgeSettings(@DefaultValue("gateway") Service service) {}
