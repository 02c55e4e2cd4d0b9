/**
 * A slide as it was laid out, by a browser or by `lib/export/pptx/flow`: elements with their boxes, in pixels of the
 * canvas, and as much of their style as a presentation program has words for.
 */
export interface SlideTree {
  readonly root: TreeElement;
  /** What lies behind everything; `isPlain` where it is nothing but this colour. */
  readonly background: { readonly color: string; readonly isPlain: boolean };
  readonly number: TreeElement | undefined;
}

export type TreeNode = TreeElement | TreeText;

export interface TreeText {
  readonly kind: "text";
  readonly text: string;
  /** Around all of its lines; undefined for text that takes no room. */
  readonly box: Box | undefined;
  /** Height of one line of its font, without what `line-height` adds. */
  readonly fontHeight: number;
}

export interface TreeElement {
  readonly kind: "element";
  readonly tag: string;
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly box: Box;
  readonly style: TreeStyle;
  /** The name under which its picture is found, where only a picture shows it. */
  readonly picture: string | undefined;
  readonly children: readonly TreeNode[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Colours are `rrggbbaa`. Four values go round from the top. */
export interface TreeStyle {
  readonly display: string;
  readonly isAside: boolean;
  readonly color: string;
  readonly background: string;
  readonly font: string;
  readonly size: number;
  readonly weight: number;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isStruck: boolean;
  readonly isUpperCase: boolean;
  readonly keepsSpace: boolean;
  readonly shift: "none" | "sub" | "super";
  readonly lineHeight: number;
  readonly letterSpacing: number;
  readonly align: "left" | "center" | "right" | "justify";
  readonly isRightToLeft: boolean;
  readonly padding: Sides<number>;
  readonly borders: Sides<Border>;
  readonly radius: number;
  /** How a picture fills its box. */
  readonly fit: string;
  readonly marker: Marker | undefined;
}

export type Sides<T> = readonly [top: T, right: T, bottom: T, left: T];

export interface Border {
  readonly width: number;
  readonly color: string;
}

/** What stands before a list's item; `kind` as CSS names it, or a string in quotes. */
export interface Marker {
  readonly kind: string;
  readonly color: string;
}

/** The theme's own colours, as they are in the deck's scheme. */
export interface ThemeColors {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly tint: string;
  readonly accent: string;
  readonly block: string;
  readonly link: string;
}

export const themeColorNames = ["paper", "ink", "muted", "tint", "accent", "block", "link"] as const satisfies readonly (keyof ThemeColors)[];
