import { expect, test } from "vitest";
import { drawingProblem, readMermaidError } from "@/lib/stage/diagrams/drawing-problem";

const parseError = (line: number) => ({ name: "Error", message: `Parse error on line ${line}:\n...A -->  B ---[\n---^\nExpecting 'AMP'`, line });

test("names the line, and shows it", () => {
  expect(drawingProblem(parseError(3), "flowchart LR\n A -->\n B ---[")).toEqual({
    state: "failed",
    message: "“B ---[” is not understood.",
    line: 3,
  });
});

test("counts the lines of the diagram's own text, with its front matter and comments", () => {
  const text = "---\ntitle: x\n---\n%% a comment\nflowchart LR\n%% another\n A -->\n B ---[";
  expect(drawingProblem(parseError(3), text)).toMatchObject({ line: 8, message: "“B ---[” is not understood." });
});

test("an error at the end is the last line's", () => {
  expect(drawingProblem(parseError(9), "pie\n x")).toMatchObject({ line: 2 });
});

test.each([
  [{ name: "UnknownDiagramError", message: "No diagram type detected", line: undefined }, /^Its first word is no kind of diagram/],
  [{ name: "MermaidParseError", message: "Parsing failed: Lexer error on line 2, column 8: x", line: undefined }, /^“ x” is not|^“x” is not/],
  [{ name: "TypeError", message: "Cannot read properties of undefined", line: undefined }, /^Mermaid could not make sense of it\.$/],
  [{ name: "Error", message: 'There can be only one root. No parent could be found for ("b")', line: undefined }, /only one root.*\.$/],
  [{ name: "Error", message: "", line: undefined }, /does not say why/],
])("%j is said in words", (error, words) => {
  const drawing = drawingProblem(error, "pie\n x");
  expect(drawing.state === "failed" ? drawing.message : "").toMatch(words);
});

test("reads the line out of what mermaid throws", () => {
  const error = Object.assign(new Error("Parse error"), { hash: { loc: { first_line: 4 } } });
  expect(readMermaidError(error)).toEqual({ name: "Error", message: "Parse error", line: 4 });
  expect(readMermaidError("text")).toEqual({ name: "", message: "text", line: undefined });
});
