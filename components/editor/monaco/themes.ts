import { readColors, withAlpha, type ColorReader } from "@/components/editor/monaco/css-color";
import type { Monaco } from "@/components/editor/monaco/load-monaco";
import type { editor } from "monaco-editor/editor";

/** Which of our token colours paints which kind of text. Notes and directives are dimmed: they aren't on the slide. */
const textRules = [
  { token: "", color: "--editor-text" },
  { token: "heading", color: "--editor-heading", fontStyle: "bold" },
  { token: "heading.mark", color: "--editor-mark", fontStyle: "bold" },
  { token: "strong", color: "--editor-text", fontStyle: "bold" },
  { token: "emphasis", color: "--editor-text", fontStyle: "italic" },
  { token: "list", color: "--editor-mark" },
  { token: "quote", color: "--editor-mark" },
  { token: "table", color: "--editor-mark" },
  { token: "break", color: "--editor-faint" },
  { token: "note", color: "--editor-dim", fontStyle: "italic" },
  { token: "directive", color: "--editor-dim" },
  { token: "meta", color: "--editor-dim" },
  { token: "meta.key", color: "--editor-key" },
  { token: "meta.value", color: "--editor-dim" },
  { token: "code", color: "--editor-code" },
  { token: "code.fence", color: "--editor-mark" },
  { token: "link", color: "--editor-link" },
  { token: "link.mark", color: "--editor-mark" },
  { token: "link.address", color: "--editor-dim" },
  { token: "tag", color: "--editor-key" },
  { token: "escape", color: "--editor-key" },
  // Fenced code in its own language.
  { token: "comment", color: "--editor-dim" },
  { token: "keyword", color: "--editor-keyword" },
  { token: "string", color: "--editor-string" },
  { token: "number", color: "--editor-number" },
  { token: "type", color: "--editor-key" },
  { token: "delimiter", color: "--editor-mark" },
] as const;

/** Defines `lectern-light` or `lectern-dark` from the tokens in force on `element` and returns its name. */
export function defineTheme(monaco: Monaco, element: Element, scheme: "light" | "dark"): string {
  const name = `lectern-${scheme}`;
  const theme = readColors(element, (read): editor.IStandaloneThemeData => ({
    base: scheme === "dark" ? "vs-dark" : "vs",
    inherit: false,
    rules: textRules.map(({ color, ...rule }) => ({ ...rule, foreground: read(color).slice(1, 7) })),
    colors: surfaceColors(read),
  }));
  monaco.editor.defineTheme(name, theme);
  return name;
}

function surfaceColors(read: ColorReader): editor.IColors {
  const accent = read("--editor-accent");
  const text = read("--editor-text");
  const dim = read("--editor-dim");
  const faint = read("--editor-faint");
  const surface = read("--editor-surface");
  const raised = read("--editor-raised");
  const line = read("--editor-line");
  const mark = read("--editor-mark");
  return {
    ...bracketColors(mark),
    "editor.background": surface,
    "editor.foreground": text,
    "editorCursor.foreground": accent,
    "editorLineNumber.foreground": faint,
    "editorLineNumber.activeForeground": dim,
    "editor.selectionBackground": withAlpha(accent, 0.24),
    "editor.inactiveSelectionBackground": withAlpha(accent, 0.14),
    "editor.selectionHighlightBackground": withAlpha(accent, 0.12),
    "editor.wordHighlightBackground": withAlpha(accent, 0.1),
    "editor.wordHighlightStrongBackground": withAlpha(accent, 0.16),
    "editor.findMatchBackground": withAlpha(accent, 0.4),
    "editor.findMatchHighlightBackground": withAlpha(accent, 0.2),
    "editor.lineHighlightBackground": "#00000000",
    "editorBracketMatch.background": withAlpha(accent, 0.14),
    "editorBracketMatch.border": withAlpha(accent, 0.5),
    "editorIndentGuide.background1": line,
    "editorIndentGuide.activeBackground1": line,
    "editorGutter.background": surface,
    "editorWidget.background": raised,
    "editorWidget.foreground": text,
    "editorWidget.border": line,
    "widget.shadow": withAlpha(read("--editor-shadow"), 1),
    "input.background": surface,
    "input.foreground": text,
    "input.border": line,
    "input.placeholderForeground": dim,
    "inputOption.activeBackground": withAlpha(accent, 0.2),
    "inputOption.activeBorder": accent,
    "inputOption.activeForeground": text,
    focusBorder: accent,
    foreground: text,
    "icon.foreground": dim,
    "list.hoverBackground": withAlpha(text, 0.06),
    "list.activeSelectionBackground": withAlpha(accent, 0.18),
    "list.activeSelectionForeground": text,
    "list.focusBackground": withAlpha(accent, 0.18),
    "list.focusForeground": text,
    "list.highlightForeground": accent,
    "list.focusHighlightForeground": accent,
    "quickInput.background": raised,
    "quickInput.foreground": text,
    "quickInputList.focusBackground": withAlpha(accent, 0.18),
    "quickInputList.focusForeground": text,
    "pickerGroup.foreground": dim,
    "pickerGroup.border": line,
    "keybindingLabel.foreground": dim,
    "keybindingLabel.background": withAlpha(text, 0.06),
    "keybindingLabel.border": line,
    "keybindingLabel.bottomBorder": line,
    "menu.background": raised,
    "menu.foreground": text,
    "menu.selectionBackground": withAlpha(accent, 0.18),
    "menu.selectionForeground": text,
    "menu.separatorBackground": line,
    "menu.border": line,
    "editorHoverWidget.background": raised,
    "editorHoverWidget.foreground": text,
    "editorHoverWidget.border": line,
    "editorHoverWidget.statusBarBackground": surface,
    "textLink.foreground": accent,
    "textLink.activeForeground": accent,
    "editorLink.activeForeground": accent,
    "editorError.foreground": read("--editor-danger"),
    "editorWarning.foreground": read("--editor-warning"),
    "editorInfo.foreground": accent,
    "editorHint.foreground": dim,
    "editorLightBulb.foreground": read("--editor-warning"),
    "scrollbarSlider.background": withAlpha(text, 0.12),
    "scrollbarSlider.hoverBackground": withAlpha(text, 0.22),
    "scrollbarSlider.activeBackground": withAlpha(text, 0.3),
    "scrollbar.shadow": "#00000000",
    "editorOverviewRuler.border": "#00000000",
    "editorSuggestWidget.background": raised,
    "editorSuggestWidget.border": line,
    "editorSuggestWidget.foreground": text,
    "editorSuggestWidget.selectedBackground": withAlpha(accent, 0.18),
    "editorSuggestWidget.selectedForeground": text,
    "editorSuggestWidget.highlightForeground": accent,
    "editor.placeholder.foreground": dim,
  };
}

/** Brackets are marks like all others: Monaco gives them colours of its own unless every depth has one. */
function bracketColors(mark: string): editor.IColors {
  const depths = [1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, mark]);
  return { ...Object.fromEntries(depths), "editorBracketHighlight.unexpectedBracket.foreground": mark };
}
