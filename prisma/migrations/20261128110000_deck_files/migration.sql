-- CreateTable
CREATE TABLE "deck_file" (
    "deck_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_count" INTEGER NOT NULL,
    "added_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_file_pkey" PRIMARY KEY ("deck_id","path")
);

-- CreateTable
CREATE TABLE "deck_blob" (
    "deck_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "deck_blob_pkey" PRIMARY KEY ("deck_id","sha256")
);

-- CreateIndex
CREATE INDEX "deck_file_deck_id_sha256_idx" ON "deck_file"("deck_id", "sha256");

-- AddForeignKey
ALTER TABLE "deck_file" ADD CONSTRAINT "deck_file_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_blob" ADD CONSTRAINT "deck_blob_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language can't say. ----------------------------------------------------

ALTER TABLE "deck_file" ADD CONSTRAINT "deck_file_path_length" CHECK (length("path") BETWEEN 1 AND 200);
ALTER TABLE "deck_file" ADD CONSTRAINT "deck_file_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
-- Pictures are compressed already; so a part is read without the rest.
ALTER TABLE "deck_blob" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
