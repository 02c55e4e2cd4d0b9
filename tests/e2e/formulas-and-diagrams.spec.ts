import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { expect, makeLink, openDeckWith, sourceOf, test } from "@/tests/support/people";

const talk = `# Energy

The mass is $E = mc^2$, and

$$
\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}
$$

---

# How it goes

\`\`\`mermaid
flowchart LR
  accTitle: From here to there
  A[Here] --> B[There]
\`\`\`
`;

test("A talk with formulas and a diagram shows both while it is written, to everybody, and in a file", async ({ newPerson, writer: ana }) => {
  const id = await openDeckWith(ana, talk);
  const slides = ana.page.getByRole("region", { name: "Slides" });
  await expect(slides.locator(".katex-display")).toBeVisible();
  const diagram = slides.getByRole("img", { name: "Flowchart: From here to there" });
  await expect(diagram.locator("svg")).toBeVisible();
  await expect(diagram).toContainText("There");

  const context = ana.context.request;
  await expect.poll(async () => (await (await context.get(`/api/decks/${id}/diagrams`)).json()).diagrams.length).toBe(1);
  const link = await makeLink(ana, id, "public");
  const reader = await newPerson({ javaScriptEnabled: false });
  await reader.page.goto(link.url);
  await expect(reader.page.locator(".katex-display")).toBeVisible();
  await expect(reader.page.getByRole("img", { name: "Flowchart: From here to there" }).locator("svg")).toBeVisible();

  const file = test.info().outputPath("talk.html");
  await writeFile(file, await (await context.get(`/api/decks/${id}/export?format=html`)).body());
  const offline = await newPerson();
  const asked: string[] = [];
  offline.page.on("request", (request) => asked.push(request.url()));
  await offline.page.goto(pathToFileURL(file).href);
  await expect(offline.page.locator(".katex-display")).toBeVisible();
  await offline.page.keyboard.press("ArrowRight");
  await expect(offline.page.locator(".diagram svg")).toBeVisible();
  expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([pathToFileURL(file).href]);
  expect(
    await offline.page.evaluate(() => [...document.fonts].filter((face) => face.status === "loaded" && face.family.includes("KaTeX")).length),
  ).toBeGreaterThan(1);
  expect((await readFile(file, "utf8")).match(/@font-face\{font-family:KaTeX/g)?.length).toBeLessThan(10);

  // At the desk a picture of the slide has it too, in its colours and with the heads of its arrows.
  await ana.page.goto(`/decks/${id}/present?view=desk`);
  await ana.page.keyboard.press("ArrowRight");
  const drawing = ana.page.locator(".desk-now .diagram svg");
  await expect(drawing.locator(".node rect").first()).not.toHaveCSS("fill", "rgb(0, 0, 0)");
  const findsHeads = await drawing.evaluate((svg) =>
    [...svg.querySelectorAll("[marker-end]")].map((arrow) => {
      const id = arrow.getAttribute("marker-end")?.slice("url(#".length, -1) ?? "";
      return document.getElementById(id)?.closest("svg") === svg;
    }),
  );
  expect(findsHeads).toEqual([true]);
});

test("A mistake in a formula or a diagram is told at its place, and the rest stays", async ({ writer: ana }) => {
  await openDeckWith(ana, "# Mistakes\n\nGood $a$, bad $\\foo$.\n\n```mermaid\nflowchart LR\n  A --> B\n```\n");
  const slides = ana.page.getByRole("region", { name: "Slides" });
  await expect(slides.getByText("There is no command \\foo.")).toBeVisible();
  await expect(slides.locator(".katex")).toBeVisible();
  await expect(slides.locator(".diagram svg")).toBeVisible();
  // Typed key by key the editor would close the bracket.
  await sourceOf(ana.page).focus();
  await ana.page.keyboard.press("Control+End");
  await ana.page.keyboard.insertText("\n```mermaid\nflowchart LR\n  A --> [\n```\n");
  await expect(slides.getByText(/This diagram can't be drawn. Line 2: “A --> \[.*” is not understood./)).toBeVisible();
  await expect(slides.locator(".diagram svg")).toBeVisible();
  await expect(sourceOf(ana.page)).toBeVisible();
});

test("A talk without formulas and diagrams loads neither of what draws them", async ({ newPerson }) => {
  const ana = await newPerson({ isFirstVisit: true });
  const scripts = new Set<string>();
  ana.page.on("response", (response) => {
    if (/\/(?:_next\/static|packages)\/.*\.js$/.test(response.url())) scripts.add(response.url());
  });
  await openDeckWith(ana, "# Words\n\nIt costs $5.\n");
  await ana.page.waitForLoadState("networkidle");
  const loaded = await Promise.all([...scripts].map(async (url) => (await ana.context.request.get(url)).text()));
  const bytes = loaded.reduce((sum, script) => sum + script.length, 0);
  expect(bytes).toBeGreaterThan(100_000);
  expect(loaded.filter((script) => /ParseError.*katex|mermaidAPI|No diagram type detected/.test(script))).toEqual([]);
});
