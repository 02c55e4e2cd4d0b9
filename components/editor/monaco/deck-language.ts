import type { languages } from "monaco-editor/editor";

export const deckLanguageId = "lectern-deck";

/** Brackets, comment toggling and what Enter does in lists. */
export const deckLanguageConfiguration: languages.LanguageConfiguration = {
  comments: { blockComment: ["<!--", "-->"] },
  brackets: [
    ["[", "]"],
    ["(", ")"],
    ["{", "}"],
  ],
  autoClosingPairs: [
    { open: "[", close: "]" },
    { open: "(", close: ")" },
    { open: "{", close: "}" },
    { open: "`", close: "`", notIn: ["code", "string"] },
    { open: "<!--", close: " -->" },
  ],
  surroundingPairs: [
    { open: "(", close: ")" },
    { open: "[", close: "]" },
    { open: "`", close: "`" },
    { open: "*", close: "*" },
    { open: "_", close: "_" },
    { open: '"', close: '"' },
  ],
  onEnterRules: [
    // An empty item ends the list; an item begins the next one.
    { beforeText: /^\s*(?:[-*+]|\d+[.)])\s+$/, action: { indentAction: 0, removeText: 1 } },
    { beforeText: /^\s*-\s+\S.*$/, action: { indentAction: 0, appendText: "- " } },
    { beforeText: /^\s*\*\s+\S.*$/, action: { indentAction: 0, appendText: "* " } },
    { beforeText: /^\s*\+\s+\S.*$/, action: { indentAction: 0, appendText: "+ " } },
    { beforeText: /^\s*>\s+\S.*$/, action: { indentAction: 0, appendText: "> " } },
  ],
};

/**
 * Markdown as decks write it. Beside CommonMark's marks: front matter, slide breaks, directives in comments, notes
 * (comments, `# Presenter Notes`, `???`, `.notes:`), `.fx:`, `:::` boxes and Landslide's `!lang` first line of a code
 * block. Colours only: where slides begin is the deck compiler's word.
 */
export const deckLanguage: languages.IMonarchLanguage = {
  defaultToken: "",
  tokenPostfix: "",
  start: "top",
  escapes: /\\[\\`*_[\]{}()#+\-.!<>|~]/,
  tokenizer: {
    // The first line alone decides whether there is front matter.
    top: [
      [/^---\s*$/, { token: "meta", switchTo: "@frontMatter" }],
      [/^(?=.)/, { token: "", switchTo: "@root" }],
      [/^$/, { token: "", switchTo: "@root" }],
    ],
    frontMatter: [
      [/^(?:---|\.\.\.)\s*$/, { token: "meta", switchTo: "@root" }],
      [/^(\s*[\w-]+)(\s*:)/, ["meta.key", "meta"]],
      [/#.*$/, "meta"],
      [/./, "meta.value"],
    ],
    root: [
      [/^ {0,3}(?:-[ \t]*){3,}$/, "break"],
      [/^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$/, "break"],
      [/^ {0,3}#{1,6}\s+[Pp]resenter [Nn]otes\s*#*\s*$|^\?\?\?\s*$/, { token: "note", next: "@presenterNotes" }],
      [/^\.notes?:.*$/, "note"],
      [/^\.fx:.*$|^\s*:{3,}.*$|^\s*\. \. \.\s*$/, "directive"],
      [/^( {0,3}#{1,6})(\s.*|)$/, ["heading.mark", "heading"]],
      [/^ {0,3}(?:=+|-+)\s*$/, "heading.mark"],
      [/^\s*(`{3,}|~{3,})\s*([\w#+-]+).*$/, { token: "code.fence", next: "@fenced.$1", nextEmbedded: "$2" }],
      [/^\s*(`{3,}|~{3,}).*$/, { token: "code.fence", next: "@fencedPlain.$1" }],
      [/^(?: {4,}|\t+)!\w[\w+#-]*\s*$/, "directive"],
      [/^\s*>+/, "quote"],
      [/^(\s*)([-*+]|\d+[.)])(\s+)(\[[ xX]\]|)/, ["", "list", "", "list"]],
      [/^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/, "table"],
      { include: "@inline" },
    ],
    presenterNotes: [
      [/^ {0,3}(?:-[ \t]*){3,}$/, { token: "break", next: "@pop" }],
      [/.+/, "note"],
    ],
    fenced: [
      [/^\s*(`{3,}|~{3,})\s*$/, { cases: { "$1==$S2": { token: "code.fence", next: "@pop", nextEmbedded: "@pop" }, "@default": "code" } }],
      [/.*$/, "code"],
    ],
    fencedPlain: [
      [/^\s*(`{3,}|~{3,})\s*$/, { cases: { "$1==$S2": { token: "code.fence", next: "@pop" }, "@default": "code" } }],
      [/.*$/, "code"],
    ],
    inline: [
      [/<!--\s*_?[A-Za-z][\w-]*:(?!\/\/).*?-->/, "directive"],
      [/<!--/, { token: "note", next: "@comment" }],
      [/@escapes/, "escape"],
      [/(`+)(?:[^`]|(?!\1)`)+?\1/, "code"],
      [/\*\*(?:[^\\*]|@escapes|\*(?!\*))+\*\*|\b__(?:[^\\_]|@escapes|_(?!_))+__\b/, "strong"],
      [/\*(?:[^\\*\s]|@escapes)(?:[^\\*]|@escapes)*\*|\b_(?:[^\\_]|@escapes)+_\b/, "emphasis"],
      [/(!?\[)((?:[^\]\\]|@escapes)*)(\]\()([^)]*)(\))/, ["link.mark", "link", "link.mark", "link.address", "link.mark"]],
      [/<https?:[^>\s]+>|https?:\/\/[^\s)<>]+/, "link.address"],
      [/<\/?[A-Za-z][^>]*>/, "tag"],
      [/&#?\w+;/, "escape"],
      [/\|/, "table"],
      [/[^\\`*_[\]<&|!h]+/, ""],
      [/./, ""],
    ],
    comment: [
      [/-->/, { token: "note", next: "@pop" }],
      [/[^-]+/, "note"],
      [/-/, "note"],
    ],
  },
};
