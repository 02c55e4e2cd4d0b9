-- Roles of a team are one word each, and one of its members owns it.
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_role" CHECK ("role" IN ('owner', 'admin', 'member', 'guest'));
CREATE UNIQUE INDEX "team_member_one_owner" ON "team_member"("team_id") WHERE "role" = 'owner';

-- A person or a team has one right of its own on a deck, beside those that came by links.
CREATE UNIQUE INDEX "deck_grant_person" ON "deck_grant"("deck_id", "user_id") WHERE "user_id" IS NOT NULL AND "via_link_id" IS NULL;
CREATE UNIQUE INDEX "deck_grant_team" ON "deck_grant"("deck_id", "team_id") WHERE "team_id" IS NOT NULL;

-- Invitations into decks and teams alike; nothing was ever kept in the table that they replace.
DROP TABLE "team_invitation";
ALTER TABLE "session" DROP COLUMN "active_team_id";

CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token" TEXT NOT NULL,
    "deck_id" UUID,
    "team_id" UUID,
    "word" TEXT NOT NULL,
    "email" TEXT,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "invitation_token_key" ON "invitation"("token");
CREATE INDEX "invitation_deck_id_idx" ON "invitation"("deck_id");
CREATE INDEX "invitation_team_id_idx" ON "invitation"("team_id");
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_deck_id_fkey" FOREIGN KEY ("deck_id") REFERENCES "deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_one_subject" CHECK (num_nonnulls("deck_id", "team_id") = 1);
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_deck" CHECK ("deck_id" IS NULL OR ("email" IS NOT NULL AND "word" IN ('view', 'comment', 'present', 'edit')));
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_team" CHECK ("team_id" IS NULL OR "word" IN ('admin', 'member', 'guest'));
-- One that is open for each address.
CREATE UNIQUE INDEX "invitation_deck_email" ON "invitation"("deck_id", "email") WHERE "deck_id" IS NOT NULL AND "accepted_at" IS NULL AND "revoked_at" IS NULL;
CREATE UNIQUE INDEX "invitation_team_email" ON "invitation"("team_id", "email") WHERE "team_id" IS NOT NULL AND "email" IS NOT NULL AND "accepted_at" IS NULL AND "revoked_at" IS NULL;
