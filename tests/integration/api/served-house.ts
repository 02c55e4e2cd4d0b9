import { createServer } from "node:http";
import { createListener } from "@/lib/http/listener";
import { inProject } from "@/scripts/setup/root.mjs";
import type { House } from "@/tests/integration/api/house";

type AnswerApp = Parameters<typeof createListener>[0]["answerApp"];

const nothing: AnswerApp = async (_req, res) => void res.writeHead(501).end();

/**
 * The house behind a real listener on a free port: all that needs no React answers as in the product, all else is 501 or
 * what `answerApp` makes of it.
 */
export async function serveHouse(
  { runtime }: House,
  answerApp: AnswerApp = nothing,
): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer(
    createListener({
      runtime,
      answerApp,
      builtFiles: () => false,
      assetsFolder: inProject("build/assets"),
      development: false,
      isDraining: () => false,
    }),
  );
  server.on("upgrade", (req, socket, head) => runtime.collab.upgrade(req, socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("the server has no port");
  return {
    origin: `http://127.0.0.1:${at.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
