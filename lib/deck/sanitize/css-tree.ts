/** The parts of css-tree that the sanitizer needs; its whole door also brings every property's grammar, which nothing here asks for. */
export { default as generate } from "css-tree/generator";
export { default as parse } from "css-tree/parser";
export { default as walk } from "css-tree/walker";
export type { CssNode, List, Selector, SelectorList } from "css-tree";
