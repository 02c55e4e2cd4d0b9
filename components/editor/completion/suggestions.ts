import { entryOfBox, entryOfImageWord } from "@/components/editor/completion/guide-address";
import type { Place } from "@/components/editor/completion/place";
import { emojiNames, emojiOf } from "@/lib/deck/emoji-namer";
import {
  alertKinds,
  boxNames,
  codeLanguages,
  imageKeywords,
  insertGroups,
  mediaKeywords,
  referenceEntries,
  referenceEntry,
  settingEntryOf,
  slideClasses,
  type ReferenceEntry,
  type SettingValue,
} from "@/lib/deck/reference";

export type SuggestionKind = "setting" | "value" | "block" | "language" | "emoji" | "file" | "slide" | "word";

/** One thing that may be written at a place. */
export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** A few words beside the label. */
  readonly detail: string;
  /** What is said of it when it is looked at closer. */
  readonly text: string;
  /** A snippet, in Monaco's syntax, that takes the place of what is typed. */
  readonly snippet: string;
  /** What typed words are matched against; the label where not given. */
  readonly filter?: string;
  /** Its entry in the guide. */
  readonly entryId?: string;
  /** What comes next has suggestions too. */
  readonly asksAgain?: boolean;
}

/** What of the deck can be named. */
export interface DeckNames {
  /** Paths of the deck's own files. */
  readonly files: readonly string[];
  readonly slides: readonly { readonly anchor: string; readonly title: string }[];
}

/** What to offer at a place, in the order in which it is shown. */
export function suggestionsAt(place: Place, names: DeckNames): readonly Suggestion[] {
  switch (place.kind) {
    case "front-matter-key":
      return frontMatterKeys(place.written);
    case "front-matter-value":
      return valuesOf(settingEntryOf(place.key, "front-matter"));
    case "directive-key":
      return directiveKeys();
    case "directive-value":
      return valuesOf(settingEntryOf(place.key.replace(/^_/, ""), "slide"));
    case "box":
      return boxNames.map((name) => ({ ...ofValue(name, "block"), snippet: boxSnippet(name.value), entryId: entryOfBox(name.value) }));
    case "code-language":
      return codeLanguages.map((language) => ({
        ...ofValue(language, "language"),
        entryId: referenceEntry(language.value) ? language.value : "code",
      }));
    case "slide-class":
      return slideClasses.map((name) => ({ ...ofValue(name, "value"), entryId: "slide-classes" }));
    case "macro":
      return macros;
    case "alert":
      return alertKinds.map((kind) => ({ ...ofValue(kind, "block"), snippet: `${kind.value}]\n> $0`, entryId: "alerts" }));
    case "image-word":
      return imageWords(place.words);
    case "address":
      return place.typed.startsWith("#") ? slideAddresses(names) : fileAddresses(names, place.isImage);
    case "emoji":
      return emoji;
    case "insert":
      return inserts();
  }
}

function frontMatterKeys(written: readonly string[]): readonly Suggestion[] {
  const entries = [...settings("deck-settings"), ...settings("slide-settings").filter((entry) => entry.setting?.scopes.includes("deck"))];
  return entries.filter(({ setting }) => setting && !written.includes(setting.key)).map((entry) => ofSetting(entry, ""));
}

/** Most settings in comments are meant for one slide: those come first. */
function directiveKeys(): readonly Suggestion[] {
  const entries = settings("slide-settings");
  return [
    ...entries.map((entry) => ofSetting(entry, "_")),
    ...entries.filter(({ setting }) => setting?.scopes.includes("onward")).map((entry) => ofSetting(entry, "")),
  ];
}

function settings(idPrefix: "deck-settings" | "slide-settings"): readonly ReferenceEntry[] {
  const prefix = idPrefix === "deck-settings" ? "deck-" : "slide-";
  return referenceEntries.filter(({ id, setting }) => setting !== undefined && id.startsWith(prefix));
}

function ofSetting(entry: ReferenceEntry, prefix: "" | "_"): Suggestion {
  const key = `${prefix}${entry.setting?.key ?? ""}`;
  const scope = prefix === "_" ? "this slide" : entry.id.startsWith("deck-") ? "the deck" : "from here on";
  return {
    label: key,
    kind: "setting",
    detail: `${entry.title} · ${scope}`,
    text: entry.text,
    snippet: `${key}: $0`,
    entryId: entry.id,
    asksAgain: (entry.setting?.values.length ?? 0) > 0,
  };
}

function valuesOf(entry: ReferenceEntry | undefined): readonly Suggestion[] {
  return (entry?.setting?.values ?? []).map((value) => ({ ...ofValue(value, "value"), ...(entry ? { entryId: entry.id } : {}) }));
}

function ofValue({ value, text }: SettingValue, kind: SuggestionKind): Suggestion {
  return { label: value, kind, detail: "", text, snippet: escapeSnippet(value) };
}

function boxSnippet(name: string): string {
  if (name === "columns") return "columns\n::: column\n${1:Left}\n:::\n::: column\n${2:Right}\n:::\n:::\n$0";
  return `${name}\n\${1:Words}\n:::\n$0`;
}

const macros: readonly Suggestion[] = [
  {
    label: ".fx:",
    kind: "word",
    detail: "Classes of the slide",
    text: "Landslide's way to name classes.",
    snippet: ".fx: $0",
    entryId: "slide-classes",
    asksAgain: true,
  },
  {
    label: ".notes:",
    kind: "word",
    detail: "Speaker notes",
    text: "A paragraph for the speaker.",
    snippet: ".notes: $0",
    entryId: "presenter-notes-heading",
  },
];

function imageWords(words: readonly string[]): readonly Suggestion[] {
  const isBackground = words.includes("bg");
  const offered = imageKeywords.filter(({ value, needsBackground }) => (needsBackground ? isBackground : value !== "bg" || !isBackground));
  return [
    ...offered.map((keyword) => ({
      ...ofValue(keyword, "word" as const),
      snippet: keyword.snippet ?? keyword.value,
      entryId: entryOfImageWord(keyword.value),
    })),
    ...mediaKeywords.map((keyword) => ({ ...ofValue(keyword, "word"), entryId: "films" })),
  ];
}

const imageFile = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Pictures first where a picture is wanted. */
function fileAddresses({ files, slides }: DeckNames, isImage: boolean): readonly Suggestion[] {
  const ordered = isImage ? files.toSorted((a, b) => Number(imageFile.test(b)) - Number(imageFile.test(a))) : files;
  const ofFiles = ordered.map((path): Suggestion => ({
    label: path,
    kind: "file",
    detail: "File of this deck",
    text: "",
    snippet: escapeSnippet(/[\s()]/.test(path) ? `<${path}>` : path),
    entryId: "pictures",
  }));
  return isImage ? ofFiles : [...ofFiles, ...slideAddresses({ files, slides })];
}

function slideAddresses({ slides }: DeckNames): readonly Suggestion[] {
  return slides.map(({ anchor, title }, index) => ({
    label: `#${anchor}`,
    kind: "slide",
    detail: `Slide ${index + 1}${title === "" ? "" : ` · ${title}`}`,
    text: "",
    snippet: escapeSnippet(`#${anchor}`),
  }));
}

const emoji: readonly Suggestion[] = emojiNames().map((name) => ({
  label: `${emojiOf(name) ?? ""} :${name}:`,
  kind: "emoji",
  detail: "",
  text: "",
  snippet: `:${name}:`,
  filter: `:${name}`,
  entryId: "emoji",
}));

function inserts(): readonly Suggestion[] {
  const offered = referenceEntries.filter(({ insert }) => insert !== undefined);
  const rank = (entry: ReferenceEntry) => (entry.insert ? insertGroups.indexOf(entry.insert.group) : 0);
  return offered
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ id, text, keywords, insert }) => ({
      label: insert?.label ?? id,
      kind: "block",
      detail: insert?.group ?? "",
      text,
      snippet: insert?.snippet ?? "",
      filter: `/${insert?.label ?? ""} ${keywords.join(" ")}`,
      entryId: id,
    }));
}

/** Text that a snippet takes as it is. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
