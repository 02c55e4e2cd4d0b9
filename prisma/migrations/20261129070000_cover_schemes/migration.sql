-- A deck that says no colorScheme has its theme's own. Covers that were derived before that, and not since, followed the
-- reader's device. A deck that asks for it by its own words keeps it.
UPDATE "deck_text" SET "cover_scheme" = 'theme'
 WHERE "cover_scheme" = 'auto' AND "markdown" !~ 'colorScheme["'']?[[:space:]]*:[[:space:]]*["'']?auto';
