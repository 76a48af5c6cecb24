-- The views of factsheets.duckdb. A statement's comment is its documentation, in the file and in `factsheets sql`.
-- A name with {facts} is made for visits, observations and events; {id} is that table's key.

-- The English name of an area's code; a code without one stands for itself.
CREATE MACRO area_name(code) AS coalesce((SELECT name FROM areas WHERE area = code), code);

-- One row per version of a series, in their order: `version` counts from 1, the oldest. `document_date` is the page's own date,
-- else the day of its capture; `known_by` the last day that it can mean. Left out are sheets that tell the same facts as another
-- one of their series, and undated ones that are not the only version.
CREATE VIEW v_versions AS
WITH dated AS (
  SELECT
    series_id, document_id, captured_at,
    coalesce(published, left(captured_at, 10)) AS document_date,
    count(*) OVER (PARTITION BY series_id) AS versions
  FROM documents
  WHERE NOT EXISTS (
    FROM findings
    WHERE rule = 'duplicate_document' AND related_id IS NOT NULL AND findings.document_id = documents.document_id
  )
)
SELECT
  series_id, document_id, document_date,
  CASE length(document_date)
    WHEN 10 THEN try_cast(document_date AS DATE)
    WHEN 7 THEN last_day(try_cast(document_date || '-01' AS DATE))
    WHEN 4 THEN try_cast(document_date || '-12-31' AS DATE)
  END AS known_by,
  row_number() OVER (
    PARTITION BY series_id ORDER BY document_date, coalesce(captured_at, ''), document_id
  ) AS version
FROM dated
WHERE document_date IS NOT NULL OR versions = 1;

-- The rows of `{facts}` as they were known on a day, `FROM as_of_{facts}(DATE '2015-01-01')`: of each fact of a series, what the
-- newest version printed by then says. `is_current` tells whether the newest version by then still prints the fact; a row that a
-- later version prints with another date, direction or the like is that later row.
CREATE MACRO as_of_{facts}(day) AS TABLE
WITH known AS (
  SELECT *, max(version) OVER (PARTITION BY series_id) AS newest
  FROM v_versions
  WHERE coalesce(known_by, DATE 'infinity') <= day
),
last_print AS (
  SELECT known.series_id, f.*, known.document_date, known.version, known.version = known.newest AS is_current
  FROM {facts} AS f JOIN known USING (document_id)
  QUALIFY row_number() OVER (PARTITION BY known.series_id, f.fact_key ORDER BY known.version DESC) = 1
)
SELECT * FROM last_print
WHERE NOT EXISTS (
  FROM changes JOIN known ON changes.to_document_id = known.document_id
  WHERE changes."table" = '{facts}' AND changes.change IN ('revised', 'reworded')
    AND changes.old_row_id = last_print.{id}
);

-- Of each fact in `{facts}` what the newest version that prints it says: one row per series and `fact_key`. Figures of earlier
-- years that newer sheets no longer print are in it; `WHERE is_current` leaves what the newest version prints.
-- Cumulative totals (`measure = 'cumulative'`) are never summed.
CREATE VIEW v_latest_{facts} AS
SELECT * FROM as_of_{facts}(DATE 'infinity');

-- Each fact of `{facts}` in every version that prints it: one row per series, `fact_key` and version. `first_seen` and
-- `last_seen` are the dates of the first and the last version that print it.
CREATE VIEW v_history_{facts} AS
SELECT
  v.series_id, f.*, v.document_date, v.version,
  first_value(v.document_date) OVER (PARTITION BY v.series_id, f.fact_key ORDER BY v.version) AS first_seen,
  first_value(v.document_date) OVER (PARTITION BY v.series_id, f.fact_key ORDER BY v.version DESC) AS last_seen
FROM {facts} AS f JOIN v_versions AS v USING (document_id);

-- One row per visitor of one printed visit, in all versions, with the names of areas, person and document. `is_latest` marks the
-- rows of `v_latest_visits`; to count a visit that table and prose both tell once, leave out prose with a `confirmed_by`.
CREATE VIEW v_visits AS
SELECT
  visit_id, visit_group, d.series_id, v.document_id,
  coalesce(d.published, left(d.captured_at, 10)) AS document_date, d.title AS document_title,
  from_area, area_name(from_area) AS from_name, to_area, area_name(to_area) AS to_name,
  date, date_start, date_end, date_precision, origin, visitor_kind, party_role,
  v.person_id, p.display_name AS person, name_printed, office, office_class, occasion, guest_status, confirmed_by,
  visit_id IN (SELECT visit_id FROM v_latest_visits) AS is_latest, line, quote
FROM visits AS v JOIN documents AS d USING (document_id) LEFT JOIN people AS p USING (person_id);

-- One row per number, in all versions, with the names of areas and document. `is_latest` marks the rows of
-- `v_latest_observations`. Never sum cumulative totals, nor rows marked `is_total` with their parts.
CREATE VIEW v_observations AS
SELECT
  observation_id, d.series_id, o.document_id,
  coalesce(d.published, left(d.captured_at, 10)) AS document_date, d.title AS document_title,
  indicator, measure, from_area, area_name(from_area) AS from_name, to_area, area_name(to_area) AS to_name,
  period, period_start, period_end, period_precision, period_kind,
  value, unit, value_status, value_printed, accounting_basis, is_total, rank, goods, data_source, note, label,
  observation_id IN (SELECT observation_id FROM v_latest_observations) AS is_latest, line, quote
FROM observations AS o JOIN documents AS d USING (document_id);

-- Trade in goods: `trade_goods` runs from the exporter to the importer, `trade_total` is both ways together, `trade_balance` is
-- positive in favour of `from_area`. The total is not to be summed with its two directions.
CREATE VIEW v_trade AS
SELECT * FROM v_observations WHERE indicator IN ('trade_goods', 'trade_total', 'trade_balance');

-- Direct investment and companies, from the investor to the host. Where `measure` is empty the sheet does not say whether it is
-- a year's flow or a running total; cumulative totals are never summed.
CREATE VIEW v_investment AS
SELECT * FROM v_observations WHERE indicator IN ('direct_investment', 'investment_cases', 'companies');

-- People of `from_area` in `to_area`: residents, students, descendants, visitors, participants of programmes; and sister cities.
-- Stocks of two years are two looks at the same people, not to be summed.
CREATE VIEW v_people_exchange AS
SELECT * FROM v_observations
WHERE indicator IN ('residents', 'students', 'descendants', 'visitors', 'participants', 'sister_cities');

-- Official development assistance from donor to recipient, and cultural grants. Most are totals since the beginning
-- (`measure = 'cumulative'`): two of them are never summed. Loans are amounts promised or paid as `accounting_basis` says.
CREATE VIEW v_oda AS
SELECT * FROM v_observations
WHERE indicator IN (
  'oda_total', 'oda_loans', 'oda_grants', 'oda_technical', 'aid_other', 'aid_projects', 'cultural_grants',
  'cultural_projects', 'donor_rank'
);

-- What happened when: visits and events of all versions in one list. A visit that table and prose both tell stands once.
-- `ORDER BY date_start` puts it in order, `WHERE is_latest` shows each happening once.
CREATE VIEW v_timeline AS
SELECT
  visit_id AS row_id, series_id, document_id, document_date, document_title, 'visit' AS kind,
  date, date_start, date_end, date_precision, concat_ws(' → ', from_name, to_name) AS areas,
  coalesce(nullif(concat_ws(', ', coalesce(person, name_printed), office), ''), quote) AS what, is_latest, line, quote
FROM v_visits
WHERE NOT (origin = 'prose' AND confirmed_by IS NOT NULL)
UNION ALL BY NAME
SELECT
  event_id AS row_id, d.series_id, e.document_id,
  coalesce(d.published, left(d.captured_at, 10)) AS document_date, d.title AS document_title, kind,
  date, date_start, date_end, date_precision,
  (SELECT string_agg(area_name(code), ', ' ORDER BY code) FROM unnest(string_split(e.areas, ' ')) AS split(code)) AS areas,
  coalesce(e.title, statement) AS what, event_id IN (SELECT event_id FROM v_latest_events) AS is_latest, line, quote
FROM events AS e JOIN documents AS d USING (document_id)
WHERE visit_id IS NULL;
