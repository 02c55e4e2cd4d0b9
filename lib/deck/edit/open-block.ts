import { languageFor, type LanguageOptions } from "@/lib/deck/language";

/** Ends of blocks that swallow all that follows until they are closed (CommonMark 4.5, 4.6). */
const closings = ["\n-->", "\n</style>", "\n</pre>", "\n</script>", "\n</textarea>", "\n$$", "\n]]>", "\n?>", "\n>"];

/**
 * What closes a slide's last block where it is open, so that a break may follow: the empty string where none is,
 * undefined where nothing helps.
 */
export function closingOf(text: string, options: LanguageOptions): string | undefined {
  const fences = [...text.matchAll(/^[ \t]*(`{3,}|~{3,})/gm)].map(([, fence = ""]) => `\n${fence}`);
  return ["", ...new Set(fences.toReversed()), ...closings].find((closing) => endsBeforeBreak(text + closing, options));
}

function endsBeforeBreak(text: string, options: LanguageOptions): boolean {
  const probe = `${text}\n\n---\n`;
  let offset = 0;
  for (const token of languageFor(options).lexBlocks(probe)) {
    if (token.type === "hr" && offset >= text.length) return true;
    offset += token.raw.length;
  }
  return false;
}
