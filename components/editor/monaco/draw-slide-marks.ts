import { overflowText, sourceOfSlide } from "@/components/editor/preview/overflow-text";
import { overflows } from "@/components/editor/session/fit-store";
import { slideRules, type SlideRule } from "@/components/editor/monaco/slide-rules";
import type { EditorSession } from "@/components/editor/session/editor-session";
import type { CodeEditor, Monaco } from "@/components/editor/monaco/load-monaco";
import type { editor } from "monaco-editor/editor";

/** Decorations move with the text by themselves; new and vanished breaks may wait this long for their redraw. */
const redrawDelayMs = 60;

/**
 * Draws where slides begin: a rule across the whole width, the slide's number in the gutter, a mark with by how much
 * where a slide runs over. Numbers hang on decorations, so that they move with the text before any redraw.
 * Returns its stop.
 */
export function drawSlideMarks(monaco: Monaco, target: CodeEditor, session: EditorSession): () => void {
  const marks = target.createDecorationsCollection();
  const active = target.createDecorationsCollection();
  let numbers = new Map<string, number>();
  let drawn: readonly string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function lineNumber(line: number): string {
    for (const decoration of target.getModel()?.getLineDecorations(line) ?? []) {
      const number = numbers.get(decoration.id);
      if (number !== undefined) return String(number);
    }
    return "";
  }

  function redraw() {
    timer = undefined;
    const { deck } = session.live.snapshot();
    // A compile that is older than the text would put marks at wrong lines: the next one comes within a frame.
    if (target.getModel()?.getValueLength() !== deck.source.length) return schedule();
    const wanted = slideRules(deck).map((rule) => {
      const slide = deck.slides[rule.slide - 1];
      const fit = slide === undefined ? undefined : session.fits.get(slide.hash);
      return { rule, overflow: slide !== undefined && overflows(fit) ? overflowText(fit.screens, sourceOfSlide(deck.source, slide)) : undefined };
    });
    const ranges = marks.getRanges();
    const isSame =
      ranges.length === wanted.length &&
      wanted.every(({ rule, overflow }, index) => rule.line === ranges[index]?.startLineNumber && signature(rule, overflow) === drawn[index]);
    if (!isSame) {
      drawn = wanted.map(({ rule, overflow }) => signature(rule, overflow));
      const ids = marks.set(wanted.map(({ rule, overflow }) => decorationOf(monaco, rule, overflow)));
      numbers = new Map(ids.map((id, index) => [id, index + 1]));
      target.updateOptions({ lineNumbers: (line) => lineNumber(line) });
    }
    drawActive(wanted[session.caret.get().slideIndex]?.rule);
  }

  function drawActive(rule: SlideRule | undefined) {
    if (rule === undefined) return active.clear();
    const range = new monaco.Range(rule.line, 1, rule.line, 1);
    active.set([{ range, options: { isWholeLine: true, lineNumberClassName: "slide-number-active" } }]);
  }

  function schedule() {
    timer ??= setTimeout(redraw, redrawDelayMs);
  }

  let activeKey = session.caret.get().slideKey;
  const stops = [
    session.live.subscribe(schedule),
    session.fits.subscribe(schedule),
    session.caret.subscribe(() => {
      const key = session.caret.get().slideKey;
      if (key === activeKey) return;
      activeKey = key;
      schedule();
    }),
  ];
  redraw();

  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
    marks.clear();
    active.clear();
  };
}

function signature(rule: SlideRule, overflow: string | undefined): string {
  return `${rule.kind} ${rule.slide} ${overflow ?? ""}`;
}

function decorationOf(monaco: Monaco, rule: SlideRule, overflow: string | undefined): editor.IModelDeltaDecoration {
  const isWritten = rule.kind === "written";
  const hover = overflow === undefined ? undefined : { value: `Slide ${rule.slide} is ${overflow}` };
  return {
    range: new monaco.Range(rule.line, 1, rule.line, isWritten ? Number.MAX_SAFE_INTEGER : 1),
    options: {
      isWholeLine: true,
      className: isWritten ? "slide-rule" : rule.slide === 1 ? null : "slide-rule-above",
      lineNumberClassName: "slide-number",
      lineNumberHoverMessage: hover ?? { value: `Slide ${rule.slide}` },
      glyphMarginClassName: hover === undefined ? null : "slide-overflow-glyph",
      glyphMarginHoverMessage: hover ?? null,
      stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
      overviewRuler: hover === undefined ? null : { color: "#d08700", position: monaco.editor.OverviewRulerLane.Right },
    },
  };
}
