import type { Border, Box, Sides } from "@/lib/browser/slides/slide-tree";

/**
 * What a slide of a presentation program is made of. Lengths are pixels of the canvas, colours `rrggbbaa`; `ooxml/`
 * writes them down.
 */
export type Shape = TextShape | RectShape | PictureShape | TableShape;

/** Titles, footers and numbers are told to the program as such: outline, navigation and screen readers go by them. */
export type TextRole = "title" | "text" | "code" | "header" | "footer" | "number";

export interface TextShape {
  readonly kind: "text";
  readonly role: TextRole;
  readonly box: Box;
  readonly paragraphs: readonly Paragraph[];
  readonly inset: Sides<number>;
  readonly fill: string | undefined;
  readonly line: Border | undefined;
  readonly radius: number;
}

export interface RectShape {
  readonly kind: "rect";
  readonly box: Box;
  readonly fill: string | undefined;
  readonly line: Border | undefined;
  readonly radius: number;
}

export interface PictureShape {
  readonly kind: "picture";
  readonly box: Box;
  readonly bytes: Uint8Array;
  readonly type: PictureType;
  readonly alt: string;
  /** What is cut off at each side, as a share of the picture. */
  readonly crop: Sides<number> | undefined;
  readonly href: string | undefined;
}

export type PictureType = "png" | "jpeg" | "gif";

export interface TableShape {
  readonly kind: "table";
  readonly box: Box;
  readonly hasHead: boolean;
  readonly columns: readonly number[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly height: number;
  /** One for each column; undefined where another cell reaches over it. */
  readonly cells: readonly (TableCell | undefined)[];
}

export interface TableCell {
  readonly paragraphs: readonly Paragraph[];
  readonly columns: number;
  readonly rows: number;
  readonly fill: string | undefined;
  readonly inset: Sides<number>;
  readonly borders: Sides<Border>;
}

export interface Paragraph {
  readonly runs: readonly Run[];
  readonly align: "left" | "center" | "right" | "justify";
  readonly isRightToLeft: boolean;
  /** Of the font's own line height. */
  readonly lineSpacing: number;
  readonly spaceBefore: number;
  /** Depth in a list, from 0. */
  readonly level: number;
  /** From the shape's edge to the text, and from there to the bullet (negative: to the left). */
  readonly margin: number;
  readonly indent: number;
  readonly bullet: Bullet | undefined;
}

export type Bullet = { readonly color: string } & (
  | { readonly kind: "sign"; readonly sign: string }
  | { readonly kind: "number"; readonly scheme: string; readonly start: number }
);

export interface Run {
  /** A line break where it is "\n". */
  readonly text: string;
  readonly look: RunLook;
  readonly href: string | undefined;
}

export interface RunLook {
  readonly font: string;
  readonly size: number;
  readonly color: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isStruck: boolean;
  readonly isUpperCase: boolean;
  readonly spacing: number;
  readonly shift: "none" | "sub" | "super";
  /** Behind the words, as a marker pen does it. */
  readonly marked: string | undefined;
}

/** One slide as shapes, from the back to the front. */
export interface SlideShapes {
  readonly title: string;
  readonly anchor: string;
  readonly background: { readonly color: string; readonly picture: { readonly bytes: Uint8Array; readonly type: PictureType } | undefined };
  readonly shapes: readonly Shape[];
  /** Paragraphs of the speaker notes; empty where nobody asked for them. */
  readonly notes: readonly string[];
}
