import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { meSchema } from "@/lib/api/account";
import { deckSchema, type CreateDeckBody, type DeckInfo } from "@/lib/api/decks";
import type { UserId } from "@/lib/api/ids";
import { linkSchema, type CreateLinkBody, type DeckLink } from "@/lib/api/links";
import { clientAddressHeader } from "@/lib/auth/client-address";
import { findChromium } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { createMemoryBus } from "@/lib/bus/memory";
import type { Collab } from "@/lib/collab/server/collab";
import { readEnv } from "@/lib/env";
import { handleAuth } from "@/lib/http/auth-handler";
import { createRuntime } from "@/lib/http/create-runtime";
import type { RouteHandler } from "@/lib/http/handle";
import { createLog } from "@/lib/log";
import { setRuntime, type Runtime } from "@/lib/runtime";
import { readStageAssets } from "@/lib/stage/assets";
import * as decksRoute from "@/app/api/decks/route";
import * as linksRoute from "@/app/api/decks/[id]/links/route";
import * as joinRoute from "@/app/api/join/[token]/route";
import * as meRoute from "@/app/api/me/route";
import { inProject } from "@/scripts/setup/root.mjs";
import { openTestDatabase } from "@/tests/support/database";

/** Somebody with a cookie jar; a stranger has an empty one. */
export interface Actor {
  cookie: string;
  userId: UserId | undefined;
}

export interface CallOptions {
  readonly as?: Actor;
  readonly params?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** A whole server without its sockets: a database of its own, the runtime in its place, people who call routes. */
export async function openHouse(variables: Readonly<Record<string, string>> = {}) {
  const database = await openTestDatabase();
  const { pool, prisma } = database;
  const log = createLog("silent");
  const env = readEnv({
    DATABASE_URL: database.url,
    AUTH_SECRET: "tests only, but long enough to be a secret: 8f2c6a",
    NODE_ENV: "test",
    ...variables,
  });
  const bus = createMemoryBus({ log });
  const browser = createPageBrowser(() => findChromium({ chromiumPath: process.env["CHROMIUM_PATH"], folder: inProject("build/chromium") }));
  const made = createRuntime({ env, log, pool, prisma, bus, browser, assets: await readStageAssets(inProject("build/assets")) });
  const calls: string[] = [];
  const runtime: Runtime = { ...made, collab: recorded(made.collab, calls) };
  setRuntime(runtime);

  let address = 0;
  async function call(
    handler: RouteHandler,
    method: string,
    path: string,
    { as, params = {}, json, body, headers = {} }: CallOptions = {},
  ): Promise<Response> {
    const request = new Request(`http://localhost:3000${path}`, {
      method,
      body: json === undefined ? body : JSON.stringify(json),
      headers: {
        host: "localhost:3000",
        [clientAddressHeader]: `10.0.0.${address}`,
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...(as?.cookie ? { cookie: as.cookie } : {}),
        ...headers,
      },
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    if (as) keepCookies(as, response);
    return response;
  }

  async function enter(path: string, json: unknown, actor: Actor = stranger()): Promise<Actor> {
    const response = await call(handleAuth, "POST", `/api/auth${path}`, { as: actor, json });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    actor.userId = meSchema.parse(await (await call(meRoute.GET, "GET", "/api/me", { as: actor })).json()).id;
    return actor;
  }

  return {
    runtime,
    pool,
    /** What the rules told the collaboration engine. */
    calls,
    call,
    guest: () => enter("/sign-in/anonymous", {}),
    signUp: (person: string, actor?: Actor) =>
      enter("/sign-up/email", { name: person, email: `${person}-${randomUUID()}@example.invalid`, password: "a good password" }, actor),
    enter,
    /** All calls from now on come from another address. */
    moveAddress: () => void (address += 1),
    createDeck: async (as: Actor, body: CreateDeckBody = {}): Promise<DeckInfo> =>
      deckSchema.parse(await (await call(decksRoute.POST, "POST", "/api/decks", { as, json: body })).json()),
    createLink: async (as: Actor, deckId: string, body: CreateLinkBody): Promise<DeckLink> =>
      linkSchema.parse(await (await call(linksRoute.POST, "POST", `/api/decks/${deckId}/links`, { as, params: { id: deckId }, json: body })).json()),
    join: (as: Actor, token: string, password?: string): Promise<Response> =>
      call(joinRoute.POST, "POST", `/api/join/${token}`, { as, params: { token }, json: { password } }),
    close: async (): Promise<void> => {
      setRuntime(undefined);
      made.diagrams.stop();
      made.fits.stop();
      made.audience.stop();
      await made.collab.stop();
      made.mailer.stop();
      await browser.stop();
      await bus.stop();
      await database.close();
    },
  };
}

/** Sets up a house before the tests of a file, with what `furnish` puts into it, and tears it down after them. */
export function setUpHouse(furnish: (house: House) => Promise<void>): void {
  let house: House | undefined;
  beforeAll(async () => {
    house = await openHouse();
    await furnish(house);
  });
  afterAll(() => house?.close());
}

/** The real engine, with what it was told about people written down. */
function recorded(collab: Collab, calls: string[]): Collab {
  return {
    ...collab,
    recheckRoles: (deckIds, act) => {
      calls.push(...deckIds.map((deckId) => `recheck ${deckId}`));
      if (act !== undefined) calls.push(...act.of.map((userId) => `told ${userId} by ${act.by.name}`));
      return collab.recheckRoles(deckIds, act);
    },
    hint: (deckId, about, rev) => {
      calls.push(`hint ${deckId} ${about}`);
      collab.hint(deckId, about, rev);
    },
    tellRestored: (deckId, restored) => {
      calls.push(`restored ${deckId} by ${restored.by.name} to ${restored.to.name}, was ${restored.replaced}`);
      collab.tellRestored(deckId, restored);
    },
    closeDeck: (deckId, reason, options) => {
      calls.push(`close ${deckId} ${reason}`);
      return collab.closeDeck(deckId, reason, options);
    },
  };
}

export function stranger(): Actor {
  return { cookie: "", userId: undefined };
}

/** Whose id somebody has who is signed in. */
export function userOf({ userId }: Actor): UserId {
  if (userId === undefined) throw new Error("nobody is signed in");
  return userId;
}

function keepCookies(actor: Actor, response: Response): void {
  const jar = new Map(
    actor.cookie
      .split("; ")
      .filter(Boolean)
      .map((pair) => [pair.split("=")[0] ?? "", pair]),
  );
  for (const cookie of response.headers.getSetCookie()) {
    const pair = cookie.split(";")[0] ?? "";
    const name = pair.split("=")[0] ?? "";
    if (/max-age=0/i.test(cookie)) jar.delete(name);
    else jar.set(name, pair);
  }
  actor.cookie = [...jar.values()].join("; ");
}
