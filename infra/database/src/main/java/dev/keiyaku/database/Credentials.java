package dev.keiyaku.database;

/** A role of the database and its password; its text never shows the password. */
public record Credentials(String user, String password) {

  @Override
  public String toString() {
    return user;
  }
}
