/** Text as XML 1.0 can hold it: control signs and halves of surrogate pairs are none of its characters. */
export function xmlText(text: string): string {
  return text.replace(noCharacter, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

// oxlint-disable-next-line no-control-regex -- these are what is taken out
const noCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A part of a package: the declaration, then one element. */
export function xmlPart(element: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element}`;
}

export const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** English Metric Units to a pixel of the canvas, which has 96 to the inch. */
const emuPerPx = 9525;

export function emu(px: number): number {
  return Math.round(px * emuPerPx);
}

/** Hundredths of a point, of which a pixel has three quarters. */
export function hundredths(px: number): number {
  return Math.round(px * 75);
}
