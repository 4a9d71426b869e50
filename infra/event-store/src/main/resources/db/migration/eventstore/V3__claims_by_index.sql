-- That a key is held by one at a time was an exclusion constraint. Its GiST index cost more than all other
-- rows of an application together. All writers take turns (commit_in_order), so a look by the primary key, once
-- the rows are written, sees every other claim there is: those committed before, and those of the same group.
ALTER TABLE events.claim DROP CONSTRAINT claim_held_by_one;

CREATE FUNCTION events.claim_held_by_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A look for each row; EXISTS would be planned as a join that reads the whole table.
  IF (SELECT bool_or((SELECT count(*) FROM events.claim other
        WHERE other.key = mine.key AND other.holder <> mine.holder AND other.during && mine.during) > 0)
      FROM written mine) THEN
    RAISE EXCEPTION 'what is claimed is held by another'
      USING ERRCODE = 'exclusion_violation', SCHEMA = 'events', TABLE = 'claim', CONSTRAINT = 'claim_held_by_one';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER commit_in_order BEFORE INSERT OR UPDATE ON events.claim
  FOR EACH STATEMENT EXECUTE FUNCTION events.commit_in_order();
CREATE TRIGGER claimed AFTER INSERT ON events.claim REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION events.claim_held_by_one();
CREATE TRIGGER reclaimed AFTER UPDATE ON events.claim REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION events.claim_held_by_one();

-- Rows up to 4 KB stay as they are: packing them took a tenth of the writer's time.
ALTER TABLE events.event SET (toast_tuple_target = 4080);
