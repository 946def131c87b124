-- What `cronistoria sql` adds to the tables of a batch. Names of columns are those of the tables.

CREATE VIEW entries AS
SELECT e.* EXCLUDE (status, decided_by), s.status, s.reason, s.deciding_entry
FROM entries_as_merged e LEFT JOIN statuses s USING (entry);

-- each record of each entry
CREATE VIEW entry_records AS
SELECT entry, unnest(records) AS record FROM entries_as_merged;

-- who has a part in a record, as the report calls them
CREATE VIEW parties AS
SELECT told.*, a.name, a.kind AS actor_kind, a.country AS actor_country, a.role
FROM (
    SELECT record, document, 'actor' AS part, unnest(actors) AS actor FROM records
    UNION ALL SELECT record, document, 'recipient', unnest(recipients) FROM records
    UNION ALL SELECT record, document, 'participant', unnest(participants) FROM records
) told
LEFT JOIN actors a ON a.document = told.document AND a.actor = told.actor;

-- each actor once, as most reports call it
CREATE VIEW people AS
SELECT actor, mode(name) AS name, mode(kind) AS kind, mode(country) AS country, count(*) AS documents
FROM actors GROUP BY actor;

-- who has a part in an entry
CREATE VIEW entry_parties AS
SELECT told.*, p.name, p.kind AS actor_kind, p.country AS actor_country
FROM (
    SELECT entry, 'actor' AS part, unnest(actors) AS actor FROM entries_as_merged
    UNION ALL SELECT entry, 'recipient', unnest(recipients) FROM entries_as_merged
) told
LEFT JOIN people p ON p.actor = told.actor;

-- threats, warnings, demands, preconditions, promises and offers, with words, condition and the day they were first told
CREATE VIEW ledger AS
SELECT e.*, told.first_day, told.last_day, told.content, told.condition, told.condition_sense, told.deadline
FROM entries e
JOIN (
    SELECT er.entry, min(d.start) AS first_day, max(d.start) AS last_day,
           arg_min(r.content, coalesce(d.start, TIMESTAMP '9999-12-31')) AS content,
           arg_min(r.condition, coalesce(d.start, TIMESTAMP '9999-12-31')) AS condition,
           arg_min(r.condition_sense, coalesce(d.start, TIMESTAMP '9999-12-31')) AS condition_sense,
           max(r.deadline) AS deadline
    FROM entry_records er JOIN records r USING (record) JOIN documents d ON d.document = r.document GROUP BY er.entry
) told USING (entry)
WHERE e.kind = 'position' AND e.modality <> 'conditional'
  AND e.type IN ('threat', 'warning', 'demand', 'precondition', 'promise', 'offer');

-- meetings and calls that were planned, and what became of them
CREATE VIEW agenda AS
SELECT * FROM entries WHERE kind = 'contact' AND status IS NOT NULL;
