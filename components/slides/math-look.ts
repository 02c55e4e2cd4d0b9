import { mathFaces, mathRules } from "@/lib/stage/generated-math";

/** KaTeX's rules for shadow roots. Its faces go into the document: those of a shadow root count for nothing. */
export function createMathSheet(): CSSStyleSheet {
  const style = document.createElement("style");
  style.textContent = mathFaces;
  document.head.append(style);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(mathRules);
  return sheet;
}
