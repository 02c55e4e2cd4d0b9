
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
