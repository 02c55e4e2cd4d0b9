-- CreateTable
CREATE TABLE "deck_import" (
    "deck_id" UUID NOT NULL,
    "filename" TEXT,
    "source" TEXT NOT NULL,
    "companions" JSONB NOT NULL DEFAULT '[]',
    "dialect" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "evidence" TEXT[],
    "notices" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_import_pkey" PRIMARY KEY ("deck_id")
);

-- AddForeignKey
ALTER TABLE "deck_import" ADD CONSTRAINT "deck_import_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;
