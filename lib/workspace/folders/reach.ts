/**
 * The folders that the person `$1` may see and change, as a condition on `folder f`: their own, and those of their teams.
 * An outside guest of a team sees decks, not how the team keeps them.
 */
export const folderReachSql = `
  (f.owner_user_id = $1 OR f.owner_team_id IN (SELECT tm.team_id FROM team_member tm WHERE tm.user_id = $1 AND tm.role <> 'guest'))`;
