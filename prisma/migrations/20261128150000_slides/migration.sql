-- CreateTable
CREATE TABLE "slide" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deck_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "rel_start" BYTEA NOT NULL,
    "title_hash" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "text" TEXT,
    "gone_seq" BIGINT,

    CONSTRAINT "slide_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "slide_deck_id_gone_seq_idx" ON "slide"("deck_id", "gone_seq");

-- AddForeignKey
ALTER TABLE "slide" ADD CONSTRAINT "slide_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;
