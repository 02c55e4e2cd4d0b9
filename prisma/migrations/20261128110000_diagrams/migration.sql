-- CreateTable
CREATE TABLE "diagram" (
    "deck_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "renderer" TEXT NOT NULL,
    "svg" TEXT,
    "problem" TEXT,
    "problem_line" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "diagram_pkey" PRIMARY KEY ("deck_id","hash","renderer")
);

-- AddForeignKey
ALTER TABLE "diagram" ADD CONSTRAINT "diagram_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language can't say. ----------------------------------------------------

ALTER TABLE "diagram" ADD CONSTRAINT "diagram_drawn_or_not" CHECK (num_nonnulls("svg", "problem") = 1);
