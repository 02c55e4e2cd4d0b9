/**
 * The house as data (ARCHITECTURE.md has the picture): every room with the folder or file it is, and what it may
 * import besides itself. A name stands for the whole room; rooms with `doors` are entered by these alone.
 */
const ground = ["errors", "env", "log"];
const pure = ["deck", "themes", "player", "protocol", "policies"];
const browserSafe = ["errors", ...pure, "stage", "api", "client"];
const server = [...ground, ...pure, "stage", "api", "db", "bus", "mail", "runtime"];
const rules = [...server, "auth", "collab", "audience", "browser", "workspace", "export"];

export const rooms = [
  { name: "errors", files: ["lib/errors.ts"], may: [] },
  { name: "env", files: ["lib/env.ts"], may: ["errors"] },
  { name: "log", files: ["lib/log.ts", "lib/patience.ts"], may: ["errors"] },
  // Doors of their own keep what few decks need, and the reference, which is text for people, out of what an editor loads first.
  {
    name: "deck",
    files: ["lib/deck/**"],
    may: [],
    doors: [
      "@/lib/deck",
      "@/lib/deck/reference",
      "@/lib/deck/styler",
      "@/lib/deck/linter",
      "@/lib/deck/chart-drawer",
      "@/lib/deck/qr-encoder",
      "@/lib/deck/diagram-describer",
      "@/lib/deck/emoji-namer",
      "@/lib/deck/formula-notices",
    ],
  },
  { name: "themes", files: ["lib/themes/**"], may: [], doors: ["@/lib/themes"] },
  { name: "player", files: ["lib/player/**"], may: ["errors"], doors: ["@/lib/player"] },
  { name: "protocol", files: ["lib/collab/protocol/**"], may: ["errors"] },
  { name: "policies", files: ["lib/workspace/policies.ts"], may: [] },
  { name: "stage", files: ["lib/stage/**"], may: ["errors", ...pure] },
  { name: "api", files: ["lib/api/**"], may: ["errors", ...pure] },
  { name: "client", files: ["lib/collab/client/**"], may: ["errors", ...pure] },
  { name: "db", files: ["lib/db/**"], may: ground },
  { name: "bus", files: ["lib/bus/**"], may: ground },
  { name: "mail", files: ["lib/mail/**"], may: ground },
  { name: "runtime", files: ["lib/runtime.ts"], may: [...ground, "stage", "db", "bus", "mail", "collab", "audience", "browser"] },
  { name: "auth", files: ["lib/auth/**"], may: server },
  { name: "collab", files: ["lib/collab/server/**"], may: server },
  { name: "audience", files: ["lib/audience/**"], may: server },
  { name: "browser", files: ["lib/browser/**"], may: [...ground, ...pure, "stage", "api"] },
  { name: "workspace", files: ["lib/workspace/*/**", "lib/workspace/database.ts"], may: [...server, "auth", "collab", "audience", "browser"] },
  { name: "export", files: ["lib/export/**"], may: [...server, "auth", "collab", "audience", "browser"] },
  { name: "http", files: ["lib/http/**"], may: rules },
  { name: "app", files: ["app/**"], may: [...rules, "http", "client", "components"] },
  { name: "components", files: ["components/**"], may: browserSafe },
];

/** Import paths by which a room is entered from outside; from inside, everything of it. */
export function pathsOf(room, { inside }) {
  if (room.doors && !inside) return room.doors;
  return room.files.map((file) => `@/${file.replace(/\.tsx?$/, "")}`);
}
