import path from "node:path";
import { findChromium, type ChromiumLaunch } from "../../lib/browser/find-chromium";

/** The Chromium that tests open: the product's own, unpacked once a checkout. */
export async function testChromium(): Promise<ChromiumLaunch> {
  const launch = await findChromium({ chromiumPath: process.env["CHROMIUM_PATH"] || undefined, folder: path.resolve("build/chromium") });
  if (launch === undefined) throw new Error("There is no Chromium here to test with: name one in CHROMIUM_PATH.");
  return launch;
}
