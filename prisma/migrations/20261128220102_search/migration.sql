-- CreateTable
CREATE TABLE "searched_slide" (
    "deck_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "searched_slide_pkey" PRIMARY KEY ("deck_id","position")
);

-- CreateIndex
CREATE INDEX "searched_slide_words_idx" ON "searched_slide" USING GIN ("words");

-- AddForeignKey
ALTER TABLE "searched_slide" ADD CONSTRAINT "searched_slide_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say: titles are found by their words too.
CREATE INDEX "deck_title_words" ON "deck" USING GIN (array_to_tsvector(string_to_array("title_key", ' ')));
