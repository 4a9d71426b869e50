package dev.keiyaku.database;

/** The roles of {@code roles.sql} that log in. */
public enum DatabaseRole {
  OWNER,
  WRITER,
  PROJECTOR,
  SEALER;

  /** The role's name in PostgreSQL, such as {@code keiyaku_writer}. */
  public String user() {
    return switch (this) {
      case OWNER -> "keiyaku_owner";
      case WRITER -> "keiyaku_writer";
      case PROJECTOR -> "keiyaku_projector";
      case SEALER -> "keiyaku_sealer";
    };
  }
}
