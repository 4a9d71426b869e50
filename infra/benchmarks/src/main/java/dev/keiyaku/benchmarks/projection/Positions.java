package dev.keiyaku.benchmarks.projection;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the processors are: the index that all of them have reached. */
record Positions(JdbcClient jdbc) {

  private static final Pattern INDEX = Pattern.compile("\\d+");

  /** 0 while there is no table, no token, or one that has read nothing. */
  long reached() {
    boolean there =
        jdbc.sql("SELECT to_regclass('projection.token_entry') IS NOT NULL")
            .query(Boolean.class)
            .single();
    return there ? least(tokens()) : 0;
  }

  private List<String> tokens() {
    return jdbc.sql("SELECT coalesce(convert_from(token, 'UTF8'), '') FROM projection.token_entry")
        .query((row, _) -> row.getString(1))
        .list();
  }

  static long least(List<String> tokens) {
    return tokens.stream().mapToLong(Positions::index).min().orElse(0);
  }

  private static long index(String token) {
    var found = INDEX.matcher(token);
    return found.find() ? Long.parseLong(found.group()) : 0;
  }
}
