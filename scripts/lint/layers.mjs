/**
 * The house as data (ARCHITECTURE.md has the picture): every room with the folder or file it is, and what it may
 * import besides itself. A name stands for the whole room; rooms with `door` are entered by their index alone.
 */
const ground = ["errors", "env", "log"];
const pure = ["deck", "themes", "player", "protocol", "policies"];
const browserSafe = ["errors", ...pure, "stage", "api", "client"];
const server = [...ground, ...pure, "stage", "api", "db", "bus", "runtime"];
const rules = [...server, "auth", "collab", "audience", "workspace", "export"];

export const rooms = [
  { name: "errors", files: ["lib/errors.ts"], may: [] },
  { name: "env", files: ["lib/env.ts"], may: ["errors"] },
  { name: "log", files: ["lib/log.ts"], may: ["errors"] },
  { name: "deck", files: ["lib/deck/**"], may: [], door: true },
  { name: "themes", files: ["lib/themes/**"], may: [], door: true },
  { name: "player", files: ["lib/player/**"], may: ["errors"], door: true },
  { name: "protocol", files: ["lib/collab/protocol/**"], may: ["errors"] },
  { name: "policies", files: ["lib/workspace/policies.ts"], may: [] },
  { name: "stage", files: ["lib/stage/**"], may: ["errors", ...pure] },
  { name: "api", files: ["lib/api/**"], may: ["errors", ...pure] },
  { name: "client", files: ["lib/collab/client/**"], may: ["errors", ...pure] },
  { name: "db", files: ["lib/db/**"], may: ground },
  { name: "bus", files: ["lib/bus/**"], may: ground },
  { name: "runtime", files: ["lib/runtime.ts"], may: [...ground, "stage", "db", "bus", "collab", "audience"] },
  { name: "auth", files: ["lib/auth/**"], may: server },
  { name: "collab", files: ["lib/collab/server/**"], may: server },
  { name: "audience", files: ["lib/audience/**"], may: server },
  { name: "workspace", files: ["lib/workspace/*/**", "lib/workspace/database.ts"], may: [...server, "auth", "collab", "audience"] },
  { name: "export", files: ["lib/export/**"], may: [...server, "auth", "collab", "audience"] },
  { name: "http", files: ["lib/http/**"], may: rules },
  { name: "app", files: ["app/**"], may: [...rules, "http", "client", "components"] },
  { name: "components", files: ["components/**"], may: browserSafe },
];

/** Import paths by which a room is entered from outside; from inside, everything of it. */
export function pathsOf(room, { inside }) {
  if (room.door && !inside) return [room.files[0].replace(/^(.*)\/\*\*$/, "@/$1")];
  return room.files.map((file) => `@/${file.replace(/\.tsx?$/, "")}`);
}
