-- DropIndex
DROP INDEX "deck_owner_team_id_trashed_at_last_edited_at_idx";

-- DropIndex
DROP INDEX "deck_owner_user_id_trashed_at_last_edited_at_idx";

-- AlterTable
ALTER TABLE "deck" ADD COLUMN     "folder_id" UUID,
ADD COLUMN     "is_template" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tags" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "title_key" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "folder" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "owner_user_id" UUID,
    "owner_team_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "folder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deck_mark" (
    "user_id" UUID NOT NULL,
    "deck_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "starred_at" TIMESTAMPTZ(3),

    CONSTRAINT "deck_mark_pkey" PRIMARY KEY ("user_id","deck_id")
);

-- CreateIndex
CREATE INDEX "deck_folder_id_idx" ON "deck"("folder_id");

-- CreateIndex
CREATE INDEX "deck_tags_idx" ON "deck" USING GIN ("tags");

-- CreateIndex
CREATE INDEX "deck_mark_user_id_opened_at_idx" ON "deck_mark"("user_id", "opened_at");

-- CreateIndex
CREATE INDEX "deck_mark_deck_id_idx" ON "deck_mark"("deck_id");

-- AddForeignKey
ALTER TABLE "deck" ADD CONSTRAINT "deck_folder_id_fkey" FOREIGN KEY ("folder_id") REFERENCES "folder"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "folder" ADD CONSTRAINT "folder_owner_user_id_fkey" FOREIGN KEY ("owner_user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "folder" ADD CONSTRAINT "folder_owner_team_id_fkey" FOREIGN KEY ("owner_team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_mark" ADD CONSTRAINT "deck_mark_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_mark" ADD CONSTRAINT "deck_mark_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say.
ALTER TABLE "folder" ADD CONSTRAINT "folder_one_owner" CHECK (num_nonnulls("owner_user_id", "owner_team_id") = 1);
CREATE UNIQUE INDEX "folder_of_person" ON "folder"("owner_user_id", lower("name")) WHERE "owner_user_id" IS NOT NULL;
CREATE UNIQUE INDEX "folder_of_team" ON "folder"("owner_team_id", lower("name")) WHERE "owner_team_id" IS NOT NULL;
ALTER TABLE "deck" ADD CONSTRAINT "deck_tag_count" CHECK (cardinality("tags") <= 20);

-- A page of a list is a stretch of one of these, for each owner that somebody has decks of.
CREATE INDEX "deck_of_person_by_edit" ON "deck"("owner_user_id", "last_edited_at", "id") WHERE "trashed_at" IS NULL;
CREATE INDEX "deck_of_person_by_creation" ON "deck"("owner_user_id", "created_at", "id") WHERE "trashed_at" IS NULL;
CREATE INDEX "deck_of_person_by_title" ON "deck"("owner_user_id", "title_key", "id") WHERE "trashed_at" IS NULL;
CREATE INDEX "deck_of_team_by_edit" ON "deck"("owner_team_id", "last_edited_at", "id") WHERE "trashed_at" IS NULL;
CREATE INDEX "deck_of_team_by_creation" ON "deck"("owner_team_id", "created_at", "id") WHERE "trashed_at" IS NULL;
CREATE INDEX "deck_of_team_by_title" ON "deck"("owner_team_id", "title_key", "id") WHERE "trashed_at" IS NULL;
CREATE INDEX "deck_of_person_in_trash" ON "deck"("owner_user_id", "trashed_at", "id") WHERE "trashed_at" IS NOT NULL;
CREATE INDEX "deck_of_team_in_trash" ON "deck"("owner_team_id", "trashed_at", "id") WHERE "trashed_at" IS NOT NULL;
CREATE INDEX "deck_in_trash" ON "deck"("trashed_at") WHERE "trashed_at" IS NOT NULL;
CREATE INDEX "deck_starred" ON "deck_mark"("user_id", "starred_at") WHERE "starred_at" IS NOT NULL;

-- Near enough until a deck is edited or renamed: what is written from then on is folded by the server.
UPDATE "deck" d SET "title_key" = lower(coalesce(d."name", t."title")) FROM "deck_text" t WHERE t."deck_id" = d."id";

-- A folder holds its owner's decks only, whoever moves a deck and wherever to.
CREATE FUNCTION "deck_leaves_folder"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.folder_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM folder f WHERE f.id = NEW.folder_id
       AND f.owner_user_id IS NOT DISTINCT FROM NEW.owner_user_id AND f.owner_team_id IS NOT DISTINCT FROM NEW.owner_team_id)
  THEN NEW.folder_id := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "deck_leaves_folder" BEFORE INSERT OR UPDATE OF "owner_user_id", "owner_team_id", "folder_id" ON "deck"
  FOR EACH ROW WHEN (NEW.folder_id IS NOT NULL) EXECUTE FUNCTION "deck_leaves_folder"();
