-- The first event of a new stream, alone in its transaction. Ids in the order of their making, as ours are.
INSERT INTO bench.event (event_id, aggregate_type, aggregate_id, sequence, name, revision, effective_at, recorded_at,
                         payload, metadata, mac)
VALUES (uuidv7(), 'Subscription', uuidv7()::text, 0, :name, 1, now(), now(),
        :payload, :metadata, decode(repeat('ab', 32), 'hex'));
