import { appendAll } from "@/lib/deck/append-all";
import { readRemarkClasses, takeProperties, type RemarkProperty } from "./properties";
import { readRemarkParts, type RemarkNode, type RemarkPart } from "./structure";

/** One slide as remark shows it, its increments together; layout slides have gone into those that they shape. */
export interface RemarkSlide {
  /** The increments, in order; the first is what shows at once. */
  readonly steps: readonly (readonly RemarkNode[])[];
  readonly notes: readonly (readonly RemarkNode[])[];
  readonly classes: readonly string[];
  /** Properties in force, the slide's own and inherited ones; without `class`, `layout` and `template`. */
  readonly properties: ReadonlyMap<string, RemarkProperty>;
  readonly start: number;
}

interface Draft {
  steps: (readonly RemarkNode[])[];
  notes: (readonly RemarkNode[])[];
  classes: string[];
  readonly properties: Map<string, RemarkProperty>;
  readonly start: number;
}

export interface RemarkSlides {
  readonly slides: readonly RemarkSlide[];
  /** Layout slides that shape no slide. */
  readonly unused: readonly RemarkSlide[];
  /** Properties of the deck's first slide, be it a layout. */
  readonly first: ReadonlyMap<string, RemarkProperty>;
  /** Where the first slide starts that is too much to put into its template or layout. */
  readonly beyond: number | undefined;
}

/** Nodes that all slides together take over from templates and layouts: a template of a template grows with each. */
const maxInherited = 20_000;

/** A slide's properties that its heirs don't take over (remark's models/slide.js). */
const ownOnly: ReadonlySet<string> = new Set(["name", "layout", "count", "template", "exclude", "continued"]);

/** Reads the slides, with templates and layouts applied as remark does (models/slideshow.js). */
export function readRemarkSlides(text: string): RemarkSlides {
  const slides: Draft[] = [];
  const byName = new Map<string, Draft>();
  const layouts = new Map<Draft, boolean>();
  let layout: Draft | undefined;
  let inherited = 0;
  let beyond: number | undefined;
  const drafts = readRemarkParts(text).map((part) => ({ part, own: readDraft(part) }));
  for (const { part, own } of drafts) {
    const isContinued = part.continued || own.properties.get("continued")?.value === "true";
    const previous = slides.at(-1);
    if (isContinued && previous) {
      addStep(previous, own);
      continue;
    }
    const wanted = own.properties.get("layout")?.value;
    const named = byName.get(own.properties.get("template")?.value ?? "");
    if (!named && wanted === "false") layout = undefined;
    const wantedTemplate = named ?? (wanted === "true" ? undefined : layout);
    inherited += wantedTemplate?.steps.reduce((sum, step) => sum + step.length, 0) ?? 0;
    if (inherited > maxInherited) beyond ??= own.start;
    const template = inherited > maxInherited ? undefined : wantedTemplate;
    const draft = template ? inherit(own, template) : own;
    if (template && layouts.has(template)) layouts.set(template, true);
    const name = own.properties.get("name")?.value;
    if (name) byName.set(name, draft);
    if (wanted === "true") {
      layout = draft;
      layouts.set(draft, false);
    } else slides.push(draft);
  }
  const unused = [...layouts].filter(([, isUsed]) => !isUsed).map(([draft]) => draft);
  // A deck of layouts alone shows nothing in remark; here a deck has a slide.
  const first = drafts[0]?.own.properties ?? new Map<string, RemarkProperty>();
  return slides.length === 0 ? { slides: unused, unused: [], first, beyond } : { slides, unused, first, beyond };
}

function readDraft(part: RemarkPart): Draft {
  const { properties, content } = takeProperties(part.content);
  return {
    steps: [content],
    notes: part.notes.length > 0 ? [part.notes] : [],
    classes: [...readRemarkClasses(properties.findLast(({ key }) => key === "class")?.value ?? "")],
    properties: new Map(properties.filter(({ key }) => key !== "class").map((property) => [property.key, property])),
    start: part.start,
  };
}

function addStep(slide: Draft, next: Draft): void {
  appendAll(slide.steps, next.steps);
  appendAll(slide.notes, next.notes);
  slide.classes = unique([...slide.classes, ...next.classes]);
  for (const [key, property] of next.properties) slide.properties.set(key, property);
}

function inherit(own: Draft, template: Draft): Draft {
  const inherited = [...template.properties].filter(([key]) => !ownOnly.has(key) && !own.properties.has(key));
  const [first = [], ...rest] = own.steps;
  return {
    ...own,
    steps: [join(template, first), ...rest],
    classes: unique([...template.classes, ...own.classes]),
    properties: new Map([...own.properties, ...inherited]),
  };
}

const lineEnd: RemarkNode = { kind: "text", text: "\n", start: 0 };

function join(template: Draft, content: readonly RemarkNode[]): readonly RemarkNode[] {
  const before = template.steps.flat();
  return fillSlot(before, content) ?? [...before, lineEnd, ...content];
}

/** The template with `{{content}}` replaced; undefined where it has no such slot. */
function fillSlot(template: readonly RemarkNode[], content: readonly RemarkNode[]): readonly RemarkNode[] | undefined {
  let isFilled = false;
  const filled = template.flatMap((node): readonly RemarkNode[] => {
    if (isFilled) return [node];
    if (node.kind === "box") {
      const inside = fillSlot(node.content, content);
      isFilled = inside !== undefined;
      return [inside ? { ...node, content: inside, block: true } : node];
    }
    const slot = node.kind === "text" ? /(?<!\\)\{\{\s*content\s*\}\}/.exec(node.text) : null;
    if (!slot || node.kind !== "text") return [node];
    isFilled = true;
    return [
      { ...node, text: node.text.slice(0, slot.index) },
      ...content,
      { ...node, text: node.text.slice(slot.index + slot[0].length), start: node.start + slot.index + slot[0].length },
    ];
  });
  return isFilled ? filled : undefined;
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
