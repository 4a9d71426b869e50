package dev.keiyaku.benchmarks.inside;

import dev.keiyaku.contract.SealedText;
import dev.keiyaku.eventstore.Vault;
import dev.keiyaku.eventstore.vault.MasterKey;
import dev.keiyaku.eventstore.vault.TinkVault;
import java.time.Clock;
import java.util.Base64;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first text of a subscriber within a command, for which the database is not asked. */
@State(Scope.Benchmark)
public class Sealing {

  private final Vault vault =
      new TinkVault(
          JdbcClient.create(new PGSimpleDataSource()),
          Clock.systemUTC(),
          MasterKey.of(Base64.getEncoder().encodeToString(new byte[32])));

  /** A key is made, wrapped and unwrapped, and a text of forty characters encrypted under it. */
  @Benchmark
  public SealedText sealsAFirstText() {
    var work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("command"));
    try {
      return vault.sealFirst("C-0001", "reason", "装置の故障により、全面的に停止しました。受付番号 A-4711。");
    } finally {
      work.rollback();
    }
  }
}
