package dev.keiyaku.projection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class TermsProjection {

  public static void main(String[] args) {
    SpringApplication.run(TermsProjection.class, args);
  }
}
