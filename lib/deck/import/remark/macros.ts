import { escapeHtml } from "@/lib/deck/syntax/attributes";
import { hideText } from "@/lib/deck/import/slide-comments";
import { readVideo } from "@/lib/deck/video-address";
import { appendBlock } from "./append-block";
import type { RemarkMacro, RemarkNode } from "./structure";

/**
 * Macros are code of the page. Those whose names say it become films and pictures of a size. What another is given to
 * show still shows, in a box of the macro's name; one that is given nothing is kept out of sight where it has a line
 * of its own. `report` is called for one that nobody here knows.
 */
export function printMacro({ macro, text }: Extract<RemarkNode, { kind: "macro" }>, printed: string, report: () => void): string {
  const scale = scaleOf(macro);
  if (scale !== undefined && !isInHtml(printed)) return `${printed}![w:${scale}](${macro.object ?? ""})`;
  if (scale !== undefined) return `${printed}<img src="${escapeHtml(macro.object ?? "")}" alt="" style="width: ${scale}">`;
  const startsLine = /(?:^|\n)[ \t]*$/.test(printed.slice(-80));
  const film = filmOf(macro);
  if (film !== undefined) return startsLine ? appendBlock(printed, film) : `${printed}${film}`;
  report();
  if (macro.object === undefined) return startsLine ? appendBlock(printed, hideText(text)) : printed + text;
  const content = macro.object.trim();
  if (mayBePicture.test(content)) return printed + text;
  const name = macro.name.replace(/[^\w-]/g, "-");
  const { args } = macro;
  if (!startsLine) return `${printed}<span class="${name}"${args === "" ? "" : ` data-args="${escapeHtml(args)}"`}>${content}</span>`;
  const said = args === "" ? printed : appendBlock(printed, hideText(`![:${macro.name} ${args}]`));
  return appendBlock(said, `::: ${name}\n\n${content}\n\n:::`);
}

/** An address, whole or of a file. */
const mayBePicture = /^(?:\S*[./]\S*)?$/;

/** Within a block of HTML nobody reads Markdown. */
function isInHtml(printed: string): boolean {
  return /^\s*</.test(printed.slice(printed.lastIndexOf("\n\n") + 1));
}

/** `![:scale 50%](picture)` is the macro that remark's own documentation gives as an example. */
function scaleOf({ name, args, object }: RemarkMacro): string | undefined {
  return name === "scale" && object !== undefined && /^\d+(?:\.\d+)?(?:%|px)$/.test(args) ? args : undefined;
}

const hosts: Readonly<Record<string, { readonly id: RegExp; readonly page: string }>> = {
  youtube: { id: /^[\w-]{11}$/, page: "https://www.youtube.com/watch?v=" },
  vimeo: { id: /^\d{5,12}$/, page: "https://vimeo.com/" },
};

/** A link to the film: `![:youtube id]`, `![:youtube title](id)`, and addresses in place of the id. */
function filmOf({ name, args, object }: RemarkMacro): string | undefined {
  const host = hosts[name.toLowerCase().replace(/^(?:yt|youtube[-_]?video)$/, "youtube")];
  const said = (object ?? args).trim();
  const url = readVideo(said) !== undefined && !/[\s()<>]/.test(said) ? said : host?.id.test(said) === true ? `${host.page}${said}` : undefined;
  if (host === undefined || url === undefined) return undefined;
  return object === undefined || args === "" ? url : `[${args}](${url})`;
}
