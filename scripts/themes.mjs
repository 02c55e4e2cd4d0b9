// `npm run themes [-- NAME …]`: draws the specimen in every theme, light and dark, into docs/themes: pictures for looking at.
import { writeFile } from "node:fs/promises";
import { themes } from "./assets/themes.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { loadBundled } from "./setup/load-bundled.mjs";
import { checkNodeVersion } from "./setup/node-version.mjs";
import { inProject } from "./setup/root.mjs";
import { runLauncher, SetupError } from "./setup/say.mjs";

await runLauncher(async () => {
  checkNodeVersion();
  const names = themes.map(({ name }) => name);
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new SetupError(`There is no theme ${unknown}; there are ${names.join(", ")}.`);
  await ensureInstalled();
  const { buildAssets } = await import("./build-assets.mjs");
  await buildAssets({ root: inProject() });
  const { drawContactSheets } = await loadBundled("lib/export/contact-sheet.ts");
  const sheets = drawContactSheets(inProject("docs/themes/specimen.md"), {
    assetsFolder: inProject("build/assets"),
    chromium: { chromiumPath: process.env.CHROMIUM_PATH || undefined, folder: inProject("build/chromium") },
    themes: chosen.length > 0 ? chosen : names,
  });
  for await (const { theme, scheme, bytes } of sheets) {
    const file = `docs/themes/${theme}-${scheme}.webp`;
    await writeFile(inProject(file), bytes);
    console.log(`${file}: ${Math.ceil(bytes.length / 1000)} kB`);
  }
});
