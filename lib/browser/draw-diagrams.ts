import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { PageBrowser } from "@/lib/browser/page-browser";
import type { DiagramDrawing, DiagramSource } from "@/lib/deck";
import type { StageAssets } from "@/lib/stage/assets";
import { drawingProblem, type MermaidError } from "@/lib/stage/diagrams/drawing-problem";
import { drawingId, finishDrawing } from "@/lib/stage/diagrams/finish-drawing";
import { mermaidConfig } from "@/lib/stage/diagrams/mermaid-config";
import { fontFaces } from "@/lib/themes";

/** Diagrams that one page draws; a deck with more gets the rest with the next call. */
const maxDiagramsPerPage = 40;
const timeoutMs = 20_000;
const fontBase = "/fonts/";
const scriptPath = "/mermaid.js";
/** Should a diagram ever get past mermaid as a script: it does not run, and reaches nothing. */
const policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; font-src 'self'";

/** Mermaid in one file, as it is published. */
let script: Promise<Buffer> | undefined;

/** Draws diagrams in the server's browser, sanitised like everybody's; undefined where there is none. */
export async function drawDiagrams(
  browser: PageBrowser,
  diagrams: readonly DiagramSource[],
  { assets }: { readonly assets: StageAssets },
): Promise<ReadonlyMap<string, DiagramDrawing> | undefined> {
  const wanted = [...new Map(diagrams.map((diagram) => [diagram.hash, diagram])).values()].slice(0, maxDiagramsPerPage);
  const fonts = assets.manifest.fonts.filter(({ family, style }) => family === "Inter Variable" && style === "normal");
  script ??= readFile(createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js"));
  const files = new Map([
    [scriptPath, { contentType: "text/javascript; charset=utf-8", body: await script }],
    ...fonts.map(({ file }) => [fontBase + file, { contentType: "font/woff2", body: Buffer.from(assets.base64(file), "base64") }] as const),
  ]);
  const faces = fontFaces(fonts, (file) => fontBase + file);
  const html = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${faces}</style><body><script src="${scriptPath}"></script>`;
  const drawn = await browser.withPage({ html, files, timeoutMs }, (page) =>
    page.evaluate(drawInPage, { config: mermaidConfig(), id: drawingId, texts: wanted.map(({ text }) => text) }),
  );
  if (!drawn) return undefined;
  return new Map(
    wanted.map(({ hash, text }, index) => {
      const result = drawn[index];
      if (result?.svg !== undefined) return [hash, finishDrawing(result.svg, hash)];
      return [hash, drawingProblem(result?.error ?? { name: "", message: "", line: undefined }, text)];
    }),
  );
}

interface PageInput {
  readonly config: ReturnType<typeof mermaidConfig>;
  readonly id: string;
  readonly texts: readonly string[];
}

interface PageResult {
  readonly svg?: string;
  readonly error?: MermaidError;
}

/** Runs in the page, by itself: nothing of this file is there. */
async function drawInPage({ config, id, texts }: PageInput): Promise<PageResult[]> {
  interface Mermaid {
    initialize(config: unknown): void;
    render(id: string, text: string): Promise<{ readonly svg: string }>;
  }
  const { mermaid }: { mermaid?: Mermaid } = globalThis as { mermaid?: Mermaid };
  if (!mermaid) throw new Error("Mermaid did not load.");
  mermaid.initialize(config);
  await document.fonts.load('16px "Inter Variable"');
  const results: PageResult[] = [];
  for (const text of texts) {
    try {
      results.push({ svg: (await mermaid.render(id, text)).svg });
    } catch (thrown) {
      const error = thrown as { name?: unknown; message?: unknown; hash?: { loc?: { first_line?: unknown } } };
      const line = error.hash?.loc?.first_line;
      results.push({
        error: { name: String(error.name ?? ""), message: String(error.message ?? ""), line: typeof line === "number" ? line : undefined },
      });
    }
  }
  return results;
}
