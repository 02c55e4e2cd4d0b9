-- CreateTable
CREATE TABLE "inbox_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "deck_id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3),
    "handled_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deck_watch" (
    "deck_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "level" TEXT NOT NULL,

    CONSTRAINT "deck_watch_pkey" PRIMARY KEY ("deck_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "inbox_item_user_id_comment_id_key" ON "inbox_item"("user_id", "comment_id");

-- CreateIndex
CREATE INDEX "inbox_item_user_id_created_at_idx" ON "inbox_item"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "inbox_item_comment_id_idx" ON "inbox_item"("comment_id");

-- CreateIndex
CREATE INDEX "inbox_item_deck_id_idx" ON "inbox_item"("deck_id");

-- CreateIndex
CREATE INDEX "deck_watch_user_id_idx" ON "deck_watch"("user_id");

-- AddForeignKey
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_watch" ADD CONSTRAINT "deck_watch_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_watch" ADD CONSTRAINT "deck_watch_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "inbox_item" ADD CONSTRAINT "inbox_item_reason_check" CHECK ("reason" IN ('mention', 'reply', 'comment'));
ALTER TABLE "deck_watch" ADD CONSTRAINT "deck_watch_level_check" CHECK ("level" IN ('watching', 'participating', 'mentions', 'mute'));

-- What letters are written from: what nobody has seen and no letter told of.
CREATE INDEX "inbox_item_unmailed_idx" ON "inbox_item" ("created_at") WHERE "seen_at" IS NULL AND "mailed_at" IS NULL;
