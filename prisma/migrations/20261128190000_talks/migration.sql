-- CreateTable
CREATE TABLE "talk" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deck_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 1,
    "driver_id" UUID,
    "slide" INTEGER NOT NULL DEFAULT 1,
    "anchor" TEXT NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "blank" BOOLEAN NOT NULL DEFAULT false,
    "reach" INTEGER NOT NULL DEFAULT 1,
    "peeking" BOOLEAN NOT NULL DEFAULT true,
    "clock_elapsed_ms" INTEGER NOT NULL DEFAULT 0,
    "clock_since" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "talk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "talk_visit" (
    "talk_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,
    "slide" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "driver_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "talk_visit_pkey" PRIMARY KEY ("talk_id","rev")
);

-- CreateIndex
CREATE INDEX "talk_deck_id_started_at_idx" ON "talk"("deck_id", "started_at");

-- AddForeignKey
ALTER TABLE "talk" ADD CONSTRAINT "talk_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk" ADD CONSTRAINT "talk_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "deck_version"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk" ADD CONSTRAINT "talk_driver_id_fkey" FOREIGN KEY ("driver_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_visit" ADD CONSTRAINT "talk_visit_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say.
CREATE UNIQUE INDEX "talk_one_runs" ON "talk"("deck_id") WHERE "ended_at" IS NULL;
ALTER TABLE "talk" ADD CONSTRAINT "talk_place" CHECK ("slide" >= 1 AND "step" >= 0 AND "reach" >= "slide" AND length("anchor") <= 500);
ALTER TABLE "talk" ADD CONSTRAINT "talk_clock" CHECK ("clock_elapsed_ms" >= 0);
