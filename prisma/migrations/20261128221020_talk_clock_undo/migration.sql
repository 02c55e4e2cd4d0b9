-- AlterTable
ALTER TABLE "talk" ADD COLUMN     "clock_undo_ms" INTEGER,
ADD COLUMN     "clock_undo_since" TIMESTAMPTZ(3);
