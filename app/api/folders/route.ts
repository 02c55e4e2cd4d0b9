import { createFolderBodySchema, type Folder } from "@/lib/api/library";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handle } from "@/lib/http/handle";
import { requireTokenTeam } from "@/lib/http/token-limits";
import { createFolder } from "@/lib/workspace/folders/folder";

export const POST = handle(
  async ({ request, runtime, session }) => {
    const { name, teamId: asked } = await readJsonBody(request, createFolderBodySchema);
    const teamId = requireTokenTeam(session, asked);
    const id = await createFolder(runtime, session.userId, { name, teamId });
    return json(201, { id, name, teamId: teamId ?? null, decks: 0 } satisfies Folder);
  },
  { rateLimit: "createDeck", tokenScope: "write", takesTeams: true },
);
