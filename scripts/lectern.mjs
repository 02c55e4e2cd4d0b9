#!/usr/bin/env node
// `npx lectern …`: a deck as a file, so that it can live in git too. Plain Node; it talks to a server by its API alone.
import { parseArgs } from "node:util";
import { exportFile } from "./lectern/export-file.mjs";
import { login } from "./lectern/login.mjs";
import { publish } from "./lectern/publish.mjs";
import { pull } from "./lectern/pull.mjs";
import { push } from "./lectern/push.mjs";
import { CommandError, fileSentence } from "./lectern/say.mjs";

const usage = `Usage: lectern COMMAND

  login [--server URL]            keep a token from your account for this server; it is asked for, or read from the input
  pull DECK [FILE.md]             write a deck (its address or id) and its files here; later \`lectern pull [FILE.md]\`
  push [FILE.md]                  bring your changes into the deck, with the files they name, beside what others changed
  publish [FILE.md]               show the deck as it is now at its public address
  export [FILE.md] --format pdf   take it as html, md, pdf or pptx  (-o FILE, --notes)

LECTERN_SERVER and LECTERN_TOKEN count before what was kept.`;

const commands = { login, pull, push, publish, export: exportFile };

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: "string" },
      format: { type: "string", short: "f" },
      output: { type: "string", short: "o" },
      notes: { type: "boolean", default: false },
      force: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [name, ...rest] = positionals;
  const command = Object.hasOwn(commands, name ?? "") ? commands[name] : undefined;
  if (values.help || name === undefined) console.log(usage);
  else if (command === undefined) throw new CommandError(`There is no command "${name}".\n\n${usage}`);
  else await command(rest, values);
} catch (error) {
  const isTold = error instanceof CommandError || String(error?.code).startsWith("ERR_PARSE_ARGS");
  console.error(isTold ? error.message : (fileSentence(error) ?? error));
  process.exitCode = 1;
}
