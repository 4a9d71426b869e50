package dev.keiyaku.subscription;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SubscriptionService {

  public static void main(String[] args) {
    SpringApplication.run(SubscriptionService.class, args);
  }
}
