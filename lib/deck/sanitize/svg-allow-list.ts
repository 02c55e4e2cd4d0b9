/** What may stand in a diagram. An allow-list: what is not named here goes. */

/** Elements, as the HTML parser writes their names. */
export const svgElements: ReadonlySet<string> = new Set([
  "svg",
  "g",
  "defs",
  "marker",
  "clipPath",
  "mask",
  "pattern",
  "linearGradient",
  "radialGradient",
  "stop",
  "path",
  "rect",
  "circle",
  "ellipse",
  "line",
  "polyline",
  "polygon",
  "text",
  "tspan",
]);

/** They go, what is in them stays: links lead nowhere, alternatives are resolved. */
export const svgUnwrapped: ReadonlySet<string> = new Set(["a", "switch"]);

/** The only elements whose text is read. */
export const svgTextElements: ReadonlySet<string> = new Set(["text", "tspan"]);

const numbers = /^[\d\s.,+\-eE%]*(?:em|ex|px|pt)?$/;
const words = /^[\w\s.-]*$/;

/** Attributes that are no CSS, each with what its value may look like. */
const plainAttributes: Readonly<Record<string, RegExp>> = {
  class: /^[^<>"'&\\]*$/,
  viewBox: numbers,
  preserveAspectRatio: words,
  x: numbers,
  y: numbers,
  x1: numbers,
  y1: numbers,
  x2: numbers,
  y2: numbers,
  cx: numbers,
  cy: numbers,
  r: numbers,
  rx: numbers,
  ry: numbers,
  fx: numbers,
  fy: numbers,
  dx: numbers,
  dy: numbers,
  width: numbers,
  height: numbers,
  rotate: numbers,
  offset: numbers,
  points: numbers,
  refX: numbers,
  refY: numbers,
  markerWidth: numbers,
  markerHeight: numbers,
  markerUnits: words,
  orient: words,
  gradientUnits: words,
  patternUnits: words,
  clipPathUnits: words,
  maskUnits: words,
  spreadMethod: words,
  textLength: numbers,
  lengthAdjust: words,
  d: /^[\d\s.,+\-eEMmLlHhVvCcSsQqTtAaZz]*$/,
  transform: /^(?:\s*(?:translate|rotate|scale|matrix|skewX|skewY)\([\d\s.,+\-e]*\)[\s,]*)*$/,
  gradientTransform: /^(?:\s*(?:translate|rotate|scale|matrix|skewX|skewY)\([\d\s.,+\-e]*\)[\s,]*)*$/,
};

/** CSS properties, as declarations and as attributes of their own name. No fonts: words are set in the slide's. */
const properties: ReadonlySet<string> = new Set([
  "alignment-baseline",
  "baseline-shift",
  "clip-path",
  "clip-rule",
  "color",
  "display",
  "dominant-baseline",
  "fill",
  "fill-opacity",
  "fill-rule",
  "filter",
  "font-size",
  "font-style",
  "font-weight",
  "letter-spacing",
  "line-height",
  "marker-end",
  "marker-mid",
  "marker-start",
  "mask",
  "opacity",
  "paint-order",
  "shape-rendering",
  "stop-color",
  "stop-opacity",
  "stroke",
  "stroke-dasharray",
  "stroke-dashoffset",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-miterlimit",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
  "text-decoration",
  "text-rendering",
  "text-transform",
  "transform-origin",
  "vector-effect",
  "visibility",
]);

/** May this property be set in a diagram? */
export function allowsSvgProperty(property: string): boolean {
  return properties.has(property);
}

/** May this attribute have this value? What is CSS is judged by `svg-style.ts`. */
export function allowsSvgAttribute(name: string, value: string): boolean {
  return plainAttributes[name]?.test(value) ?? false;
}
