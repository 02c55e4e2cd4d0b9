-- AlterTable
ALTER TABLE "deck_version" ADD COLUMN     "kept_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'kept',
ADD COLUMN     "slides" INTEGER;

UPDATE "deck_version" SET "kept_at" = "created_at";

-- So far talks alone made versions without a name.
UPDATE "deck_version" SET "kind" = 'talk' WHERE EXISTS (SELECT FROM "talk" WHERE "talk"."version_id" = "deck_version"."id");

ALTER TABLE "deck_version" ADD CONSTRAINT "deck_version_kind_check" CHECK ("kind" IN ('automatic', 'kept', 'talk', 'restore', 'import'));

-- Several processes see one text settle: one of them keeps the text before it.
CREATE UNIQUE INDEX "deck_version_automatic_key" ON "deck_version" ("deck_id", "generation", "seq") WHERE "kind" = 'automatic';
