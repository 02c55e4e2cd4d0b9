import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RouteHandler } from "@/lib/http/handle";
import { inProject } from "@/scripts/setup/root.mjs";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Every call that the files below `app/` answer, as `METHOD /address`, with what answers it. */
export async function findRoutes(): Promise<ReadonlyMap<string, RouteHandler>> {
  const routes = new Map<string, RouteHandler>();
  for (const file of filesNamed("route.ts")) {
    const module: Readonly<Record<string, RouteHandler | undefined>> = await import(inProject(`app/${file}`));
    for (const method of methods) {
      const handler = module[method];
      if (handler) routes.set(`${method} ${addressOf(file)}`, handler);
    }
  }
  return routes;
}

export type Page = (props: unknown) => unknown;

/** Every page below `app/`, by its address. */
export async function findPages(): Promise<ReadonlyMap<string, Page>> {
  const pages = new Map<string, Page>();
  for (const file of filesNamed("page.tsx")) {
    const module: { readonly default: Page } = await import(inProject(`app/${file}`));
    pages.set(addressOf(file), module.default);
  }
  return pages;
}

/** The functions that the listener has answer what needs no Next. */
export function findListenerAnswers(): ReadonlySet<string> {
  const source = readFileSync(inProject("lib/http/listener.ts"), "utf8");
  return new Set([...source.matchAll(/^import \{ (answer\w+) \}/gm)].map(([, name = ""]) => name).concat(healthAnswers(source)));
}

function healthAnswers(source: string): string[] {
  return [...source.matchAll(/^import \{ (answer\w+), (answer\w+) \}/gm)].flatMap(([, ...names]) => names);
}

function filesNamed(name: string): string[] {
  return readdirSync(inProject("app"), { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file === name || file.endsWith(`/${name}`));
}

function addressOf(file: string): string {
  return `/${file.replace(/\/?(route\.ts|page\.tsx)$/, "")}`;
}
