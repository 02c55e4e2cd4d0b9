-- The tags of somebody's decks are read with every page of the library: few decks have any, and these are the way to them.
CREATE INDEX "deck_of_person_with_tags" ON "deck"("owner_user_id") WHERE "trashed_at" IS NULL AND "tags" <> '{}';
CREATE INDEX "deck_of_team_with_tags" ON "deck"("owner_team_id") WHERE "trashed_at" IS NULL AND "tags" <> '{}';
