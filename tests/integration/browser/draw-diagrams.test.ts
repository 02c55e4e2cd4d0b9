import { afterAll, expect, test } from "vitest";
import { drawDiagrams } from "@/lib/browser/draw-diagrams";
import { findChromium } from "@/lib/browser/find-chromium";
import { createPageBrowser } from "@/lib/browser/page-browser";
import { diagramHash, type DiagramDrawing } from "@/lib/deck";
import { readStageAssets } from "@/lib/stage/assets";
import { inProject } from "@/scripts/setup/root.mjs";

const chromiumPath = process.env["CHROMIUM_PATH"];
const browser = createPageBrowser(() => findChromium({ chromiumPath, folder: inProject("build/chromium") }));
afterAll(() => browser.stop());

const kinds = {
  flowchart: "flowchart LR\n A[Start] -->|go| B{Choice}\n B -.-> C[(Data)]\n subgraph one [Group]\n C --> D([End])\n end",
  sequence:
    "sequenceDiagram\n actor U as User\n participant S as Server\n U->>+S: Ask\n Note over U,S: a note\n S-->>-U: Answer\n loop Often\n U->>S: ping\n end\n alt yes\n S->>U: a\n else no\n S-xU: b\n end",
  gantt:
    "gantt\n title Plan\n dateFormat YYYY-MM-DD\n section One\n Done :done, a, 2026-01-01, 9d\n Active :active, after a, 5d\n section Two\n Critical :crit, c, 2026-01-05, 6d\n Plain :d, after c, 3d\n Stone :milestone, 2026-01-12, 0d",
  pie: 'pie showData title Time\n "Writing" : 45\n "Layout" : 30\n "Rest" : 25',
  mindmap: "mindmap\n root((Talk))\n  Why\n   Audience\n  How\n   Markdown\n  When\n   Now",
  class: 'classDiagram\n class Slide {\n +String key\n +html() String\n }\n Deck "1" *-- "many" Slide : holds\n note for Slide "one a page"',
  state:
    "stateDiagram-v2\n [*] --> Saved\n Saved --> Saving : typing\n state Saving {\n [*] --> Sent\n }\n Saving --> [*]\n note right of Saved : fine",
  er: "erDiagram\n DECK ||--o{ SLIDE : has\n DECK {\n uuid id\n string title\n }",
  git: 'gitGraph\n commit\n branch dev\n commit\n checkout main\n merge dev tag: "v1"',
  timeline: "timeline\n title History\n 2010 : Landslide\n 2014 : Marp : Slidev",
  quadrant: "quadrantChart\n title Reach\n x-axis Low --> High\n y-axis Low --> High\n quadrant-1 Yes\n A: [0.3, 0.6]",
  chart: 'xychart-beta\n title "Sales"\n x-axis [jan, feb]\n y-axis "Number" 0 --> 10\n bar [5, 6]\n line [4, 6]',
};

const assets = await readStageAssets(inProject("build/assets"));
const draw = (texts: readonly string[]) =>
  drawDiagrams(
    browser,
    texts.map((text) => ({ hash: diagramHash(text), text })),
    { assets },
  );
const svgOf = (drawing: DiagramDrawing | undefined) => (drawing?.state === "drawn" ? drawing.svg : "");

test("every kind of diagram is drawn in the theme's colours alone, with its words", async () => {
  const drawings = await draw(Object.values(kinds));
  for (const [kind, text] of Object.entries(kinds)) {
    const svg = svgOf(drawings?.get(diagramHash(text)));
    expect(svg, kind).toContain("<text");
    const strange = svg
      .replaceAll(/(?:var|color-mix)\((?:[^()]|\([^()]*(?:\([^()]*\))?[^()]*\))*\)/g, "")
      .match(/(?:fill|stroke|color|stop-color)[:=]"?(?:#|rgb|hsl|[a-z])[^;"}]*/g)
      ?.filter((paint) => !/[:=]"?(?:none|transparent|inherit|currentColor|url\(#)/i.test(paint));
    expect(strange ?? [], kind).toEqual([]);
  }
}, 60_000);

test("the same text is drawn the same", async () => {
  const [first, second] = [await draw([kinds.flowchart]), await draw([kinds.pie, kinds.flowchart])];
  const hash = diagramHash(kinds.flowchart);
  expect(second?.get(hash)).toEqual(first?.get(hash));
}, 60_000);

const attacks: readonly (readonly [string, string])[] = [
  ["a script in a label", 'flowchart LR\n A["<script>fetch(`https://far.example`)</script>"] --> B'],
  ["an image in a label", 'flowchart LR\n A["<img src=https://far.example onerror=alert(1)>"] --> B'],
  ["a click", 'flowchart LR\n A --> B\n click A "javascript:alert(1)"'],
  ["a call", "flowchart LR\n A --> B\n click A call alert(1)"],
  [
    "settings that loosen",
    '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\nflowchart LR\n A["<b>x</b>"] --> B',
  ],
  ["a style of its own", '%%{init: {"themeCSS": ".node{background:url(https://far.example)}"}}%%\nflowchart LR\n A --> B'],
  ["a colour that is none", "flowchart LR\n A --> B\n style A fill:url(https://far.example),stroke:red"],
  ["an image shape", 'flowchart LR\n A@{ img: "https://far.example/a.png", label: "x" } --> B'],
];

test("attacks run nothing, ask for nothing, and leave nothing in the drawing", async () => {
  const drawings = await draw(attacks.map(([, text]) => text));
  for (const [name, text] of attacks) {
    const drawing = drawings?.get(diagramHash(text));
    expect(drawing, name).toBeDefined();
    expect(svgOf(drawing), name).not.toMatch(/<(?:script|img|image|a|foreignObject)\b|javascript:|onerror=|url\((?!#)|href/i);
  }
}, 60_000);

test("a text that never ends is given up, and the next page opens", async () => {
  const work = browser.withPage({ html: "<body>", files: new Map(), timeoutMs: 300 }, (page) => page.evaluate(() => new Promise(() => undefined)));
  await expect(work).rejects.toThrow(/took longer/);
  expect(svgOf((await draw([kinds.pie]))?.get(diagramHash(kinds.pie)))).toContain("<text");
}, 60_000);

test("a page reaches nothing but what it was given", async () => {
  const reached = await browser.withPage(
    { html: "<body>", files: new Map([["/a", { contentType: "text/plain", body: Buffer.from("yes") }]]), timeoutMs: 5_000 },
    (page) =>
      page.evaluate(async () => {
        const ask = (url: string) =>
          fetch(url).then(
            (answer) => answer.text(),
            () => "no",
          );
        return Promise.all(["/a", "/b", "http://127.0.0.1:22/", "file:///etc/passwd"].map(ask));
      }),
  );
  expect(reached).toEqual(["yes", "no", "no", "no"]);
}, 60_000);
