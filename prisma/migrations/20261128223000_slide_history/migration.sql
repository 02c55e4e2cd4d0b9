-- AlterTable
ALTER TABLE "deck_version" ADD COLUMN     "author_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- AlterTable
ALTER TABLE "slide" ADD COLUMN     "gone_at" TIMESTAMPTZ(3),
ADD COLUMN     "gone_by" UUID;

-- CreateTable
CREATE TABLE "deck_writer" (
    "deck_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "deck_writer_pkey" PRIMARY KEY ("deck_id","user_id")
);

-- CreateTable
CREATE TABLE "slide_text" (
    "deck_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "slide_text_pkey" PRIMARY KEY ("deck_id","hash")
);

-- CreateTable
CREATE TABLE "version_slide" (
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "slide_id" UUID NOT NULL,
    "text_hash" TEXT NOT NULL,

    CONSTRAINT "version_slide_pkey" PRIMARY KEY ("version_id","position")
);

-- CreateTable
CREATE TABLE "slide_approval" (
    "slide_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "deck_id" UUID NOT NULL,
    "text_hash" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slide_approval_pkey" PRIMARY KEY ("slide_id","user_id")
);

-- CreateIndex
CREATE INDEX "version_slide_slide_id_idx" ON "version_slide"("slide_id");

-- CreateIndex
CREATE INDEX "slide_approval_deck_id_idx" ON "slide_approval"("deck_id");

-- CreateIndex
CREATE INDEX "slide_approval_user_id_idx" ON "slide_approval"("user_id");

-- AddForeignKey
ALTER TABLE "deck_writer" ADD CONSTRAINT "deck_writer_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slide_text" ADD CONSTRAINT "slide_text_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_slide" ADD CONSTRAINT "version_slide_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "deck_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_slide" ADD CONSTRAINT "version_slide_slide_id_fkey" FOREIGN KEY ("slide_id") REFERENCES "slide"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slide_approval" ADD CONSTRAINT "slide_approval_slide_id_fkey" FOREIGN KEY ("slide_id") REFERENCES "slide"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slide_approval" ADD CONSTRAINT "slide_approval_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slide_approval" ADD CONSTRAINT "slide_approval_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "slide_approval" ADD CONSTRAINT "slide_approval_verdict_check" CHECK ("verdict" IN ('approve', 'change'));

ALTER TABLE "deck_version" DROP CONSTRAINT "deck_version_kind_check";
ALTER TABLE "deck_version" ADD CONSTRAINT "deck_version_kind_check" CHECK ("kind" IN ('automatic', 'kept', 'talk', 'publish', 'restore', 'import'));
