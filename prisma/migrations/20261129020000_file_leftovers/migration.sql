-- CreateTable
CREATE TABLE "file_leftover" (
    "deck_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_leftover_pkey" PRIMARY KEY ("deck_id","sha256")
);

-- CreateIndex
CREATE INDEX "file_leftover_due_at_idx" ON "file_leftover"("due_at");

-- What Prisma's schema can't say. A file that goes, by whatever way its deck or its owner goes, leaves a note of its bytes
-- in the same transaction. A note that is there already waits for an upload of the same bytes, and goes on waiting.
CREATE FUNCTION "deck_file_leaves_bytes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Rounded up, it would not be due yet to who looks at once.
  INSERT INTO file_leftover (deck_id, sha256, due_at)
  SELECT DISTINCT deck_id, sha256, date_trunc('milliseconds', now()) FROM gone ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "deck_file_leaves_bytes" AFTER DELETE ON "deck_file"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "deck_file_leaves_bytes"();
