import type { MarkedExtension } from "marked";

export interface QrInfo {
  /** Edge in canvas pixels, where one was asked for. */
  readonly size: number | undefined;
  readonly title: string;
}

const minSizePx = 100;
const maxSizePx = 640;

/** Reads what stands behind `qr` on the fence's line: an edge as `450` or `{size=450}`, and a title in brackets. */
export function readQrInfo(info: string): QrInfo {
  const title = /\[([^\]\n]*)\]/.exec(info)?.[1]?.trim() ?? "";
  const size = /(?:^|[\s{=:])(\d{2,4})(?:px)?(?=[\s}]|$)/.exec(info.replace(/\[[^\]\n]*\]/, ""))?.[1];
  return { size: size === undefined ? undefined : Math.min(Math.max(Number(size), minSizePx), maxSizePx), title };
}

const macro = /^ {0,3}\.qr:[ \t]*(?:(\d{1,5})[ \t]*\|[ \t]*)?(\S[^\n]*?)[ \t]*(?:\n|$)/;

/** Landslide's `.qr: 450|https://…`: the same as a `qr` fence around the address. */
export const landslideQr: MarkedExtension = {
  extensions: [
    {
      name: "landslideQr",
      level: "block",
      tokenizer(src) {
        const match = macro.exec(src);
        if (!match?.[2]) return undefined;
        return { type: "code", raw: match[0], lang: match[1] === undefined ? "qr" : `qr ${match[1]}`, text: match[2] };
      },
    },
  ],
};
