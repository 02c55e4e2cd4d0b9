-- AlterTable
ALTER TABLE "deck_file" ADD COLUMN     "renamed_at" TIMESTAMPTZ(3);
