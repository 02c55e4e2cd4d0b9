import { createCommentBodySchema, type CommentList } from "@/lib/api/comments";
import { personColor } from "@/lib/collab/protocol/person-color";
import { json } from "@/lib/http/answers";
import { readJsonBody } from "@/lib/http/body";
import { handleDeck } from "@/lib/http/handle";
import { createThread } from "@/lib/workspace/comments/create";
import { listThreads } from "@/lib/workspace/comments/list";
import { peopleOfDeck } from "@/lib/workspace/people/of-deck";

export const GET = handleDeck("comment", async ({ runtime, session, deckId }) => {
  const people = await peopleOfDeck(runtime, deckId, { action: "comment" });
  const list: CommentList = {
    threads: await listThreads(runtime, deckId, { userId: session.userId }),
    people: people.map((person) => ({ ...person, color: personColor(person.id) })),
  };
  return json(200, list);
});

export const POST = handleDeck(
  "comment",
  async ({ request, runtime, session, deckId }) => {
    const comment = await readJsonBody(request, createCommentBodySchema);
    return json(201, await createThread(runtime, deckId, { userId: session.userId, comment }));
  },
  { rateLimit: "comment" },
);
