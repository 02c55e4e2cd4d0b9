import { z } from "zod";

/** A guest of a running product, with a session of their own. */
export interface Visitor {
  readonly cookie: string;
  createDeck(markdown: string): Promise<string>;
  publish(deckId: string): Promise<string>;
}

/** Signs a guest in over the API. */
export async function visit(url: string): Promise<Visitor> {
  const entered = await fetch(`${url}/api/auth/sign-in/anonymous`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const call = async (path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/decks${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { cookie, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    cookie,
    createDeck: async (markdown) => z.object({ id: z.string() }).parse(await call("", { markdown })).id,
    publish: async (deckId) => z.object({ url: z.string() }).parse(await call(`/${deckId}/links`, { kind: "public" })).url,
  };
}
