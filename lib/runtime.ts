import type { Pool } from "pg";
import type { FitMeasurer } from "@/lib/browser/fit-measurer";
import type { DiagramDrawer } from "@/lib/browser/diagram-drawer";
import type { PageBrowser } from "@/lib/browser/page-browser";
import type { Audience } from "@/lib/audience/audience";
import type { Bus } from "@/lib/bus/bus";
import type { Collab } from "@/lib/collab/server/collab";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log";
import type { Mailer } from "@/lib/mail/mailer";
import type { StageAssets } from "@/lib/stage/assets";

/**
 * What must exist once in a process. Next bundles its own copy of `lib` for pages and routes, so module
 * variables exist twice: server.ts makes these and both graphs find them here.
 */
export interface Runtime {
  readonly env: Env;
  readonly log: Log;
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  readonly bus: Bus;
  readonly collab: Collab;
  /** Sends letters. */
  readonly mailer: Mailer;
  /** Follows talks for whoever has a public page open. */
  readonly audience: Audience;
  /** Player, themes and fonts as they were built. */
  readonly assets: StageAssets;
  /** Opens pages of our own making, to draw and to print. */
  readonly browser: PageBrowser;
  /** Draws diagrams that no editor's browser has drawn. */
  readonly diagrams: DiagramDrawer;
  /** Measures slides that no editor's browser has measured. */
  readonly fits: FitMeasurer;
}

const registry: { [slot: symbol]: Runtime | undefined } = globalThis;
const slot = Symbol.for("lectern");

/** The process's runtime. Throws where server.ts (or a test's set-up) has not made it. */
export function runtime(): Runtime {
  const made = registry[slot];
  if (!made) throw new Error("The runtime is not there yet: start through server.ts, or call setRuntime in the test's set-up.");
  return made;
}

/** Puts the runtime in its place; undefined takes it away again. */
export function setRuntime(made: Runtime | undefined): void {
  registry[slot] = made;
}
