import { slideKeys } from "@/lib/deck/settings";
import type { SourceLine } from "@/lib/deck/import/source-lines";
import { rewriteImages } from "./images";
import type { Report } from "@/lib/deck/import/report";

/** What the `[.…]` lines of a slide ask for; filled line by line. */
export interface SlideCommands {
  readonly settings: string[];
  buildsLists: boolean | undefined;
  /** Line ranges for the code that comes next. */
  readonly codeSteps: string[];
}

/** Reads `[.command: value]`; false where the line is none. */
export function readCommand(line: SourceLine, commands: SlideCommands, report: Report): boolean {
  const [whole, name = "", value = ""] = /^\[\.([a-z][a-z-]*)(?::[ \t]*((?:[^[\]]|\[[^[\]]*\])*))?\][ \t]*$/i.exec(line.text) ?? [];
  if (whole === undefined) return false;
  const set = (key: string, text: string) => commands.settings.push(`<!-- _${key}: ${quote(text.trim())} -->`);
  switch (name.toLowerCase()) {
    case "background-color":
      set("backgroundColor", value);
      break;
    case "footer":
      set("footer", rewriteImages(value, line, report));
      break;
    case "hide-footer":
      set("footer", "");
      break;
    case "slidenumbers":
    case "slide-numbers":
      set("paginate", value);
      break;
    case "slide-transition":
      if (value.trim() !== "false") set("transition", value.replace(/\(.*/, "") || "fade");
      break;
    case "build-lists":
      commands.buildsLists = value.trim() !== "false";
      break;
    case "code-highlight":
      commands.codeSteps.push(value.trim() === "none" ? "0" : value.replace(/[^\d,\sal-]/g, "").trim());
      break;
    case "autoscale":
      break;
    default:
      // A setting that does nothing is kept without showing.
      commands.settings.push(`<!-- _${ownKeys.has(name) ? `deckset-${name}` : name}: ${value.trim().replaceAll("-->", "--&gt;")} -->`);
      report("command", `"[.${name}]" is a command that Lectern has no word for; it is kept and does nothing.`, line);
  }
  return true;
}

const ownKeys: ReadonlySet<string> = new Set<string>(slideKeys);

/** YAML reads `#fff` as a comment and nothing as no text. */
function quote(text: string): string {
  return text === "" || /^[#&*!|>%@`"'{[-]|: | #/.test(text) ? JSON.stringify(text) : text;
}
