-- AlterTable
ALTER TABLE "deck_file" ADD COLUMN     "width" INTEGER;
