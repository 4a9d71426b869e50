-- The order in which operators page through the letters.
CREATE INDEX dead_letter_in_pages
  ON ${flyway:defaultSchema}.dead_letter (sequence_id, sequence_number, dead_letter_id);
