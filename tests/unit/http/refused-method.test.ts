import { createServer, type RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";
import { problemSchema } from "@/lib/api/problem";
import { explainRefusedMethod } from "@/lib/http/refused-method";

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What a server answers whose application answers like this. */
async function ask(method: string, answerApp: RequestListener): Promise<Response> {
  const server = createServer((req, res) => {
    explainRefusedMethod(req, res);
    answerApp(req, res);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return fetch(`http://127.0.0.1:${address.port}/api/decks`, { method });
}

const waysToRefuse: readonly (readonly [string, RequestListener])[] = [
  [
    "at once",
    (_req, res) => {
      res.statusCode = 405;
      res.end();
    },
  ],
  [
    "head first",
    (_req, res) => {
      res.writeHead(405, { allow: "GET" });
      res.end();
    },
  ],
];

test.each(waysToRefuse)("a method that an address does not take is refused with a problem document, said %s", async (_how, refuse) => {
  const answer = await ask("DELETE", refuse);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([405, "application/problem+json"]);
  const problem = problemSchema.parse(await answer.json());
  expect(problem).toMatchObject({
    status: 405,
    code: "method-not-allowed",
    detail: "This address takes no DELETE. /api/openapi.json says what it takes.",
  });
});

test.each([
  [200, "deck"],
  [404, "nothing"],
])("an answer of %i goes out as it is", async (status, body) => {
  const answer = await ask("GET", (_req, res) => {
    res.writeHead(status, { "content-type": "text/plain" });
    res.write(body.slice(0, 2));
    res.end(body.slice(2));
  });
  expect([answer.status, await answer.text()]).toEqual([status, body]);
});

test("a refusal that says something goes out as it is", async () => {
  const answer = await ask("DELETE", (_req, res) => {
    res.statusCode = 405;
    res.setHeader("content-type", "text/plain");
    res.end("not here");
  });
  expect([answer.status, await answer.text()]).toEqual([405, "not here"]);
});

test("an answer that goes out at once still says its length", async () => {
  const answer = await ask("GET", (_req, res) => {
    res.end("a deck");
  });
  expect(answer.headers.get("content-length")).toBe("6");
});
