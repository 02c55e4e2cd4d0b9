-- CreateTable
CREATE TABLE "talk_phone" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "talk_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "key_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "paired_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "talk_phone_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "talk_phone_code_hash_key" ON "talk_phone"("code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "talk_phone_key_hash_key" ON "talk_phone"("key_hash");

-- CreateIndex
CREATE INDEX "talk_phone_talk_id_idx" ON "talk_phone"("talk_id");

-- CreateIndex
CREATE INDEX "talk_phone_user_id_idx" ON "talk_phone"("user_id");

-- AddForeignKey
ALTER TABLE "talk_phone" ADD CONSTRAINT "talk_phone_talk_id_fkey" FOREIGN KEY ("talk_id") REFERENCES "talk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "talk_phone" ADD CONSTRAINT "talk_phone_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say.
ALTER TABLE "talk_phone" ADD CONSTRAINT "talk_phone_paired" CHECK (("key_hash" IS NULL) = ("paired_at" IS NULL));
