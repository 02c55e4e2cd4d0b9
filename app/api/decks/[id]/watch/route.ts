import { watchSchema } from "@/lib/api/inbox";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { getWatch, setWatch } from "@/lib/workspace/inbox/watch";

export const GET = handleDeck("comment", async ({ runtime, session, deckId }) => json(200, await getWatch(runtime, deckId, session)));

export const PUT = handleDeck("comment", async ({ request, runtime, session, deckId }) => {
  const { level } = await readJsonBody(request, watchSchema);
  await setWatch(runtime, deckId, { userId: session.userId, level });
  return json(200, { level });
});
