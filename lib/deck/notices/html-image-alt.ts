import { blankCode } from "./blank-code";
import { wordsOfFile } from "./image-alt";
import type { SlideRemark, SlideRule } from "./rule";

const image = /<img\b(?:"[^"]*"|'[^']*'|[^<>"'])*>/gi;
/** Words, or that it is decoration. */
const said = /[\s"'](?:alt(?=[\s=/>])|aria-label(?:ledby)?\s*=|role\s*=\s*["']?(?:presentation|none)|aria-hidden\s*=\s*["']?true)/i;

/** The same as of `![](…)` for a picture that is written as HTML. */
export const htmlImageAlt: SlideRule = ({ text, tokens }) => {
  if (!/<img\b/i.test(text)) return [];
  const shown = blankCode(text, tokens).replace(/<!--[^]*?-->/g, (comment) => " ".repeat(comment.length));
  return [...shown.matchAll(image)].flatMap(({ index, 0: tag }): SlideRemark[] => {
    if (said.test(tag)) return [];
    const words = wordsOfFile(/\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag)?.slice(1).find(Boolean) ?? "");
    const at = index + tag.length - (/\s*\/?>$/.exec(tag)?.[0].length ?? 1);
    return [
      {
        code: "image-alt",
        severity: "hint",
        message: 'This picture has no words for whoever can\'t see it. Write them as alt="…", or alt="" where it only decorates.',
        start: index,
        end: index + tag.length,
        ...(words === ""
          ? {}
          : { fix: { label: `Call it “${words}”`, edits: [{ start: at, end: at, text: ` alt="${words.replaceAll('"', "&quot;")}"` }] } }),
      },
    ];
  });
};
