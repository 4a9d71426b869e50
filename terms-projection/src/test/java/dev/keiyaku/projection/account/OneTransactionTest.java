package dev.keiyaku.projection.account;

import static dev.keiyaku.projection.Scenes.accepted;
import static dev.keiyaku.projection.Scenes.activated;
import static dev.keiyaku.projection.Scenes.applied;
import static dev.keiyaku.projection.Scenes.japan;
import static dev.keiyaku.projection.Scenes.suspended;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keiyaku.contract.subscription.SuspensionGround;
import dev.keiyaku.eventstore.Uuid7;
import dev.keiyaku.http.Role;
import dev.keiyaku.projection.ReadSide;
import dev.keiyaku.projection.Scenes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL itself says which transaction wrote what. */
class OneTransactionTest {

  private static final List<String> TABLES =
      List.of(
          "account",
          "acceptance",
          "consent",
          "consent_subscription",
          "dead_letter",
          "known_act",
          "known_contract",
          "suspension",
          "terms_entry",
          "timeline");

  private final ReadSide readSide = ReadSide.start();

  @AfterEach
  void stop() {
    readSide.close();
  }

  @Test
  void everyRowIsWrittenInATransactionThatMovesTheToken() {
    TABLES.forEach(this::watch);
    watch("token_entry");
    readSide.recorder().record(japan("2023-06-01T10:00"), Scenes.oldTerms());
    aParkedEvent();
    aLife();
    assertThat(written("true")).contains("token_entry").containsAll(TABLES);
    assertThat(
            written(
                "NOT EXISTS (SELECT FROM public.written t WHERE t.tx = w.tx AND t.name ="
                    + " 'token_entry')"))
        .isEmpty();
  }

  private void watch(String table) {
    readSide
        .sql()
        .sql(
            """
            CREATE TABLE IF NOT EXISTS public.written (name text, tx xid8);
            CREATE OR REPLACE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql
              SECURITY DEFINER AS $$
            BEGIN
              INSERT INTO public.written VALUES (TG_TABLE_NAME, pg_current_xact_id());
              RETURN NULL;
            END $$;
            CREATE TRIGGER note AFTER INSERT OR UPDATE ON projection.%s
              FOR EACH ROW EXECUTE FUNCTION public.note()
            """
                .formatted(table))
        .update();
  }

  private List<String> written(String where) {
    return readSide
        .sql()
        .sql("SELECT DISTINCT w.name FROM public.written w WHERE " + where)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private void aParkedEvent() {
    var at = japan("2023-06-19T10:00");
    readSide.recorder().record(at, activated(Uuid7.text(), at));
  }

  private void aLife() {
    var id = Uuid7.text();
    var recorder = readSide.recorder();
    var at = japan("2023-06-20T10:00");
    recorder.record(at, applied(id, "C1", "ISP-A", at));
    recorder.record(at, accepted(id, "a1", Scenes.OLD, at));
    recorder.record(at, activated(id, at));
    recorder.record(at, suspended(id, "s", SuspensionGround.VENDOR, at));
    readSide.get("/v1/subscriptions/" + id + "?minVersion=3", Role.AGENT);
  }
}
