import { readFileSync, writeFileSync } from "node:fs";
import { inProject } from "../setup/root.mjs";
import { SetupError } from "../setup/say.mjs";
import { lintConfig } from "./config.mjs";

const target = inProject(".oxlintrc.json");

function text() {
  return `${JSON.stringify(lintConfig(), null, 2)}\n`;
}

/** Throws where `.oxlintrc.json` is not what the layers say. */
export function checkLintConfig() {
  if (readFileSync(target, "utf8") === text()) return;
  throw new SetupError(".oxlintrc.json is not what scripts/lint says. Run: node scripts/lint/write-config.mjs");
}

if (process.argv[1]?.endsWith("write-config.mjs")) writeFileSync(target, text());
