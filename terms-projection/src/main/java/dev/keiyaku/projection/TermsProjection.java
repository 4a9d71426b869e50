package dev.keiyaku.projection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** terms-projection: the read models, the queries and the audit. */
@SpringBootApplication
public class TermsProjection {

  /** The processing group of every projector: one token, one transaction, coherent rows. */
  public static final String READ_MODEL = "read-model";

  public static void main(String[] args) {
    SpringApplication.run(TermsProjection.class, args);
  }
}
