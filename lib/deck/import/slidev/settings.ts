import { parseDocument } from "yaml";
import type { SlideLayout } from "@/lib/deck/deck";
import { slideKeys } from "@/lib/deck/settings";
import type { FrontMatterChanges } from "@/lib/deck/import/front-matter-edits";
import type { SlideValues } from "@/lib/deck/import/slide-comments";

type Values = Readonly<Record<string, unknown>>;

/** Slidev's layouts (docs/builtin/layouts.md) by what they are here. */
export const slidevLayouts: Readonly<Record<string, SlideLayout>> = {
  default: "default",
  cover: "title",
  intro: "title",
  end: "center",
  center: "center",
  fact: "statement",
  statement: "statement",
  section: "section",
  quote: "quote",
  full: "full",
  none: "full",
  image: "full",
  iframe: "full",
  "image-left": "image-left",
  "image-right": "image-right",
  "iframe-left": "image-left",
  "iframe-right": "image-right",
  "two-cols": "two-columns",
  "two-cols-header": "two-columns",
};

/** Keys of the first slide's front matter that speak of that slide alone. */
const firstSlideKeys = [
  "layout",
  "class",
  "background",
  "image",
  "url",
  "backgroundSize",
  "hide",
  "disabled",
  "src",
  "clicks",
  "clicksStart",
  "hideInToc",
  "level",
  "routeAlias",
  "preload",
  "zoom",
  "dragPos",
  "layoutClass",
] as const;

/** The mapping that a slide's YAML says; undefined where it says something else or can't be read. */
export function readYamlMapping(yaml: string): Values | undefined {
  if (yaml.trim() === "") return {};
  const document = parseDocument(yaml, { schema: "core", uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  try {
    const values: unknown = document.toJS({ maxAliasCount: 0 });
    if (values === null) return {};
    return isMapping(values) ? values : undefined;
  } catch (cause) {
    if (cause instanceof ReferenceError) return undefined;
    throw cause;
  }
}

/** What of the first slide's front matter is the deck's, what the slide's. */
export function readHeadmatter(values: Values): { readonly changes: FrontMatterChanges; readonly slide: Values } {
  const slide = Object.fromEntries(firstSlideKeys.filter((key) => key in values).map((key) => [key, values[key]]));
  const set: Record<string, unknown> = Object.fromEntries(Object.keys(slide).map((key) => [key, undefined]));
  if (typeof values.colorSchema === "string") {
    set.colorSchema = undefined;
    set.colorScheme ??= values.colorScheme ?? (["light", "dark"].includes(values.colorSchema) ? values.colorSchema : "auto");
  }
  // Its blocks of code say it themselves.
  if (typeof values.lineNumbers === "boolean") set.lineNumbers = undefined;
  if (values.transition !== undefined) set.transition = readTransition(values.transition);
  const ratio = readRatio(values.aspectRatio);
  if (ratio !== undefined) set.aspectRatio = ratio;
  const lang = isMapping(values.htmlAttrs) ? values.htmlAttrs.lang : undefined;
  if (typeof lang === "string" && values.lang === undefined) set.lang = lang;
  const layout = isMapping(values.defaults) ? slidevLayouts[String(values.defaults.layout)] : undefined;
  if (layout !== undefined) set.layout = layout;
  return { changes: { set, rename: typeof values.info === "string" ? { info: "description" } : {} }, slide };
}

function readRatio(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const [width, height] = String(value).split(/[/:]/).map(Number);
  if (width === undefined || !(width > 0)) return undefined;
  const ratio = width / (height ?? 1);
  if (Math.abs(ratio - 16 / 9) < 0.01) return "16:9";
  return Math.abs(ratio - 4 / 3) < 0.01 ? "4:3" : undefined;
}

/** A slide's front matter as settings, and the Markdown of what it shows beside the slide's own text. */
export interface SlideFront {
  readonly values: SlideValues;
  /** Pictures and links that the layout shows; they come before the text. */
  readonly lead: string;
}

const understood: ReadonlySet<string> = new Set(["layout", "class", "background", "hide", "disabled", "backgroundSize"]);
const taken: ReadonlySet<string> = new Set(slideKeys);
const keyOfSetting = /^[A-Za-z][A-Za-z-]*$/;

/** Reads one slide's front matter. What has no word here is kept as a setting under its own name. */
export function readSlideFront(values: Values, { isFirst }: { readonly isFirst: boolean }): SlideFront {
  const written = typeof values.layout === "string" ? values.layout : undefined;
  const layout = written === undefined ? (isFirst ? "title" : undefined) : slidevLayouts[written];
  // A theme's own layout is a class: the deck's style may answer to it.
  const themed = written !== undefined && layout === undefined ? written.replace(/[^\w-]/g, "-") : "";
  const background = readBackground(values.background);
  const image = typeof values.image === "string" && written?.startsWith("image") === true ? values.image : undefined;
  const url = typeof values.url === "string" && written?.startsWith("iframe") === true ? values.url : undefined;
  const size =
    typeof values.backgroundSize === "string" && /^(?:cover|contain|auto|\d+%)$/.test(values.backgroundSize) ? values.backgroundSize : undefined;
  const besides = image !== undefined && (written === "image-left" || written === "image-right");
  const lead = [
    background.picture === undefined ? "" : picture("bg", background.picture),
    image === undefined ? "" : besides ? picture("", image) : picture(size === undefined || size === "cover" ? "bg" : `bg ${size}`, image),
    url === undefined ? "" : `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`,
  ].filter((part) => part !== "");
  return {
    values: {
      layout: layout === "default" ? undefined : layout,
      class: [themed, readClassValue(values.class) ?? ""].filter((name) => name !== "").join(" ") || undefined,
      ...background.values,
      hidden: values.hide === true || values.disabled === true ? true : undefined,
      backgroundSize: size === undefined || image === undefined || besides ? values.backgroundSize : undefined,
      ...keepOthers({
        ...values,
        transition: readTransition(values.transition),
        image: image === undefined ? values.image : undefined,
        url: url === undefined ? values.url : undefined,
      }),
    },
    lead: lead.join("\n\n"),
  };
}

function keepOthers(values: Values): SlideValues {
  const kept: Record<string, unknown> = {};
  const odd: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    if (understood.has(key) || value === undefined) continue;
    if (!keyOfSetting.test(key)) odd[key] = value;
    else kept[taken.has(key) && key !== "duration" && key !== "transition" ? `slidev-${key}` : key] = value;
  }
  return Object.keys(odd).length === 0 ? kept : { ...kept, slidev: odd };
}

/** Slidev's transitions by what comes closest; `a | b` is one forward and one back. */
function readTransition(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const name = value.split("|")[0]?.trim() ?? "";
  if (/^slide-(?:left|right|up|down)$/.test(name)) return "slide";
  return name === "fade-out" || name === "view-transition" ? "fade" : name;
}

function readClassValue(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(String).join(" ");
  if (isMapping(value))
    return Object.keys(value)
      .filter((name) => Boolean(value[name]))
      .join(" ");
  return undefined;
}

function readBackground(value: unknown): { readonly picture?: string; readonly values: SlideValues } {
  if (typeof value !== "string" || value === "") return { values: {} };
  if (/gradient\(/.test(value)) return { values: { backgroundImage: value } };
  const url = /^url\(["']?(.*?)["']?\)$/.exec(value)?.[1];
  if (url !== undefined) return { picture: url, values: {} };
  // Slidev takes for a colour what starts like one (packages/client/layoutHelper.ts); a bare word is no picture either.
  return /^(?:#|rgb|[a-z]+$)/i.test(value) ? { values: { backgroundColor: value } } : { picture: value, values: {} };
}

function picture(keywords: string, address: string): string {
  return `![${keywords}](${/[\s()<>]/.test(address) ? `<${address.replace(/[<>\n]/g, encodeURIComponent)}>` : address})`;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
