-- Who may do what. Run by an administrator in the product's database, as often as you like.
-- Passwords are not here: set them with ALTER ROLE … PASSWORD, or by DatabaseRoles.
--
--   keiyaku_owner      migrates: owns the schemas and their tables (and has UPDATE and DELETE on events revoked)
--   keiyaku_writer     appends events, claims and receipts; makes subjects' keys
--   keiyaku_reader     a group: selects events
--   keiyaku_projector  a reader that also writes the schema projection, and reads subjects' keys
--   keiyaku_sealer     a reader; its own tables come with it

DO $$
BEGIN
  IF current_setting('server_version_num')::int < 180000 THEN
    RAISE EXCEPTION 'PostgreSQL 18 or newer is needed; this server is %', current_setting('server_version');
  END IF;
END $$;

-- Roles belong to the whole server: two databases being provisioned at once must take turns.
SELECT pg_advisory_xact_lock(5283475829);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['keiyaku_owner', 'keiyaku_writer', 'keiyaku_projector', 'keiyaku_sealer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE', name);
    END IF;
  END LOOP;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'keiyaku_reader') THEN
    CREATE ROLE keiyaku_reader NOLOGIN;
  END IF;
  GRANT keiyaku_reader TO keiyaku_projector WITH INHERIT TRUE, SET FALSE;
  GRANT keiyaku_reader TO keiyaku_sealer WITH INHERIT TRUE, SET FALSE;

  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format(
      'GRANT CONNECT ON DATABASE %I TO keiyaku_owner, keiyaku_writer, keiyaku_projector, keiyaku_sealer',
      current_database());
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
-- The first version of the claims' table compared bytea inside a GiST index.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
GRANT USAGE ON SCHEMA public TO keiyaku_owner;

CREATE SCHEMA IF NOT EXISTS events AUTHORIZATION keiyaku_owner;
CREATE SCHEMA IF NOT EXISTS keys AUTHORIZATION keiyaku_owner;
CREATE SCHEMA IF NOT EXISTS projection AUTHORIZATION keiyaku_owner;

GRANT USAGE ON SCHEMA events TO keiyaku_writer, keiyaku_reader;
GRANT USAGE ON SCHEMA keys TO keiyaku_writer, keiyaku_projector;
GRANT USAGE ON SCHEMA projection TO keiyaku_projector;

-- A writer that stops in the middle of an append, and yet is connected, must not hold up all others: it
-- holds the lock that keeps commits in order.
ALTER ROLE keiyaku_writer SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE keiyaku_writer SET lock_timeout = '10s';
ALTER ROLE keiyaku_writer SET tcp_user_timeout = '20s';

-- The grants on single tables of events and keys stand beside the tables, in their migrations.
ALTER DEFAULT PRIVILEGES FOR ROLE keiyaku_owner IN SCHEMA projection
  GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO keiyaku_projector;
ALTER DEFAULT PRIVILEGES FOR ROLE keiyaku_owner IN SCHEMA projection
  GRANT USAGE, SELECT ON SEQUENCES TO keiyaku_projector;
