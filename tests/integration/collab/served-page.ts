import { createServer } from "node:http";
import path from "node:path";
import { build } from "esbuild";
import { plantInBundle } from "@/tests/faults/planting";

/** Serves one script of this folder, bundled as the browser gets it, on a page with nothing else. */
export async function servePage(script: string): Promise<{ readonly address: string; readonly stop: () => void }> {
  const root = path.resolve(".");
  const { outputFiles } = await build({
    entryPoints: [path.join(root, "tests/integration/collab", `${script}.ts`)],
    bundle: true,
    write: false,
    outdir: root,
    format: "esm",
    target: "es2022",
    alias: { "@": root },
    loader: { ".ttf": "dataurl" },
    plugins: plantInBundle(),
  });
  const files = new Map(outputFiles.map((file) => [`/${path.basename(file.path)}`, file.contents]));
  const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="/${script}.css"><body><script type="module" src="/${script}.js"></script>`;
  const server = createServer((request, response) => {
    const name = request.url ?? "";
    const file = files.get(name);
    response.setHeader("content-type", name.endsWith(".css") ? "text/css" : file === undefined ? "text/html" : "text/javascript");
    response.end(file ?? (name.endsWith(".css") ? "" : html));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (at === null || typeof at === "string") throw new Error("the server has no port");
  return { address: `http://127.0.0.1:${at.port}/`, stop: () => server.close() };
}
