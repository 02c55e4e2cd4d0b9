-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "is_anonymous" BOOLEAN DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "active_team_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "logo" TEXT,
    "metadata" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "inviter_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deck" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT,
    "owner_user_id" UUID,
    "owner_team_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_edited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_edited_by" UUID,
    "trashed_at" TIMESTAMPTZ(3),

    CONSTRAINT "deck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deck_text" (
    "deck_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "markdown" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "cover_html" TEXT NOT NULL,
    "cover_theme" TEXT NOT NULL,
    "cover_scheme" TEXT NOT NULL,
    "cover_aspect_ratio" TEXT NOT NULL,
    "slides" INTEGER NOT NULL,
    "words" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_text_pkey" PRIMARY KEY ("deck_id")
);

-- CreateTable
CREATE TABLE "deck_grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deck_id" UUID NOT NULL,
    "user_id" UUID,
    "team_id" UUID,
    "right" TEXT NOT NULL,
    "via_link_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deck_link" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deck_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "version_id" UUID,
    "label" TEXT,
    "password_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deck_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "deck_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "name" TEXT,
    "author_id" UUID,
    "markdown" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deck_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slide_fit" (
    "deck_id" UUID NOT NULL,
    "slide_hash" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "fonts_version" TEXT NOT NULL,
    "step" INTEGER NOT NULL,

    CONSTRAINT "slide_fit_pkey" PRIMARY KEY ("deck_id","slide_hash","theme","fonts_version")
);

-- CreateTable
CREATE TABLE "collab_doc" (
    "doc_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "head_seq" BIGINT NOT NULL DEFAULT 0,
    "snap_seq" BIGINT NOT NULL DEFAULT 0,
    "log_rows" INTEGER NOT NULL DEFAULT 0,
    "log_bytes" BIGINT NOT NULL DEFAULT 0,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "collab_doc_pkey" PRIMARY KEY ("doc_id")
);

-- CreateTable
CREATE TABLE "collab_update" (
    "doc_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "generation" INTEGER NOT NULL,
    "payload" BYTEA NOT NULL,
    "n" INTEGER NOT NULL,
    "kind" SMALLINT NOT NULL DEFAULT 0,
    "user_ids" UUID[],
    "node" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collab_update_pkey" PRIMARY KEY ("doc_id","seq")
);

-- CreateTable
CREATE TABLE "collab_snapshot" (
    "doc_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "generation" INTEGER NOT NULL,
    "state" BYTEA NOT NULL,
    "text_sha256" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collab_snapshot_pkey" PRIMARY KEY ("doc_id","seq")
);

-- CreateTable
CREATE TABLE "collab_quarantine" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "doc_id" UUID NOT NULL,
    "user_id" UUID,
    "reason" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collab_quarantine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "team_slug_key" ON "team"("slug");

-- CreateIndex
CREATE INDEX "team_member_user_id_idx" ON "team_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_member_team_id_user_id_key" ON "team_member"("team_id", "user_id");

-- CreateIndex
CREATE INDEX "team_invitation_team_id_idx" ON "team_invitation"("team_id");

-- CreateIndex
CREATE INDEX "team_invitation_email_idx" ON "team_invitation"("email");

-- CreateIndex
CREATE INDEX "deck_owner_user_id_trashed_at_last_edited_at_idx" ON "deck"("owner_user_id", "trashed_at", "last_edited_at");

-- CreateIndex
CREATE INDEX "deck_owner_team_id_trashed_at_last_edited_at_idx" ON "deck"("owner_team_id", "trashed_at", "last_edited_at");

-- CreateIndex
CREATE INDEX "deck_grant_user_id_idx" ON "deck_grant"("user_id");

-- CreateIndex
CREATE INDEX "deck_grant_team_id_idx" ON "deck_grant"("team_id");

-- CreateIndex
CREATE INDEX "deck_grant_via_link_id_idx" ON "deck_grant"("via_link_id");

-- CreateIndex
CREATE UNIQUE INDEX "deck_grant_deck_id_user_id_via_link_id_key" ON "deck_grant"("deck_id", "user_id", "via_link_id");

-- CreateIndex
CREATE UNIQUE INDEX "deck_link_token_key" ON "deck_link"("token");

-- CreateIndex
CREATE INDEX "deck_link_deck_id_created_at_idx" ON "deck_link"("deck_id", "created_at");

-- CreateIndex
CREATE INDEX "deck_version_deck_id_created_at_idx" ON "deck_version"("deck_id", "created_at");

-- CreateIndex
CREATE INDEX "collab_quarantine_doc_id_created_at_idx" ON "collab_quarantine"("doc_id", "created_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_invitation" ADD CONSTRAINT "team_invitation_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_invitation" ADD CONSTRAINT "team_invitation_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck" ADD CONSTRAINT "deck_owner_user_id_fkey" FOREIGN KEY ("owner_user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck" ADD CONSTRAINT "deck_owner_team_id_fkey" FOREIGN KEY ("owner_team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_text" ADD CONSTRAINT "deck_text_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_grant" ADD CONSTRAINT "deck_grant_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_grant" ADD CONSTRAINT "deck_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_grant" ADD CONSTRAINT "deck_grant_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_grant" ADD CONSTRAINT "deck_grant_via_link_id_fkey" FOREIGN KEY ("via_link_id") REFERENCES "deck_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_link" ADD CONSTRAINT "deck_link_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_link" ADD CONSTRAINT "deck_link_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "deck_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deck_version" ADD CONSTRAINT "deck_version_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slide_fit" ADD CONSTRAINT "slide_fit_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collab_doc" ADD CONSTRAINT "collab_doc_doc_id_fkey" FOREIGN KEY ("doc_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collab_update" ADD CONSTRAINT "collab_update_doc_id_fkey" FOREIGN KEY ("doc_id") REFERENCES "collab_doc"("doc_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collab_snapshot" ADD CONSTRAINT "collab_snapshot_doc_id_fkey" FOREIGN KEY ("doc_id") REFERENCES "collab_doc"("doc_id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language can't say. ----------------------------------------------------

ALTER TABLE "deck" ADD CONSTRAINT "deck_one_owner" CHECK (num_nonnulls("owner_user_id", "owner_team_id") = 1);
ALTER TABLE "deck" ADD CONSTRAINT "deck_name_length" CHECK (length("name") BETWEEN 1 AND 200);

ALTER TABLE "deck_grant" ADD CONSTRAINT "deck_grant_one_subject" CHECK (num_nonnulls("user_id", "team_id") = 1);
ALTER TABLE "deck_grant" ADD CONSTRAINT "deck_grant_right" CHECK ("right" IN ('view', 'comment', 'present', 'edit'));

ALTER TABLE "deck_link" ADD CONSTRAINT "deck_link_kind" CHECK ("kind" IN ('public', 'join'));
ALTER TABLE "deck_link" ADD CONSTRAINT "deck_link_right" CHECK ("right" IN ('view', 'comment', 'present', 'edit'));
ALTER TABLE "deck_link" ADD CONSTRAINT "deck_link_public_views" CHECK ("kind" <> 'public' OR "right" = 'view');

ALTER TABLE "slide_fit" ADD CONSTRAINT "slide_fit_step" CHECK ("step" IN (100, 95, 90, 85, 80, 75, 70));

ALTER TABLE "collab_update" ADD CONSTRAINT "collab_update_kind" CHECK ("kind" BETWEEN 0 AND 3);
-- The head row is rewritten at every append: leave room on its page for it.
ALTER TABLE "collab_doc" SET (fillfactor = 70);
