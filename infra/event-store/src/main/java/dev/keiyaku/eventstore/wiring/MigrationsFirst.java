package dev.keiyaku.eventstore.wiring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Tells Spring that whatever uses the database waits for {@link Migrations}. */
public final class MigrationsFirst extends AbstractBeansOfTypeDatabaseInitializerDetector {

  @Override
  protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
    return Set.of(Migrations.class);
  }
}
