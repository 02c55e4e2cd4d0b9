/**
 * The themes in the order in which they are offered, the default one first, and the fonts that each is set in: `text`
 * for all that a slide says, `code` for its code alone, so that a page without code goes without them. A theme's Latin
 * files weigh at most 120 kB together: italics, and the code's second weight, are single cuts where all weights in one
 * file would be more.
 */
export const themes = [
  { name: "lectern", text: ["inter", "inter-italic"], code: ["jetbrains-mono"] },
  { name: "ink", text: ["inter", "inter-italic"], code: ["jetbrains-mono"] },
  { name: "paper", text: ["source-serif", "source-serif-italic"], code: ["plex-mono", "plex-mono-bold"] },
  { name: "signal", text: ["archivo"], code: ["jetbrains-mono-regular"] },
  { name: "terminal", text: ["jetbrains-mono", "jetbrains-mono-italic"], code: [] },
  { name: "blueprint", text: ["plex-sans", "plex-sans-italic", "plex-mono"], code: ["plex-mono-bold"] },
  { name: "chalk", text: ["fraunces", "fraunces-italic"], code: ["plex-mono", "plex-mono-bold"] },
  { name: "landslide", text: [], code: [] },
];

/**
 * The fonts by name: the family as style sheets call it, the package that it is published in, the axis or weight in its
 * files' names, and what `@font-face` has to say of it.
 */
export const fonts = {
  inter: variable("Inter", "inter", "wght", { weight: "100 900" }),
  "inter-italic": cut("Inter", "inter", "400", "italic"),
  "jetbrains-mono": variable("JetBrains Mono", "jetbrains-mono", "wght", { weight: "100 800" }),
  "jetbrains-mono-italic": cut("JetBrains Mono", "jetbrains-mono", "400", "italic"),
  "jetbrains-mono-regular": { ...cut("JetBrains Mono", "jetbrains-mono", "400", "normal"), family: "JetBrains Mono" },
  "source-serif": variable("Source Serif 4", "source-serif-4", "wght", { weight: "200 900" }),
  "source-serif-italic": cut("Source Serif 4", "source-serif-4", "400", "italic"),
  archivo: variable("Archivo", "archivo", "wdth", { weight: "100 900", stretch: "62% 125%" }),
  "plex-sans": variable("IBM Plex Sans", "ibm-plex-sans", "wght", { weight: "100 700" }),
  "plex-sans-italic": cut("IBM Plex Sans", "ibm-plex-sans", "400", "italic"),
  "plex-mono": { ...cut("IBM Plex Mono", "ibm-plex-mono", "400", "normal"), family: "IBM Plex Mono" },
  "plex-mono-bold": { ...cut("IBM Plex Mono", "ibm-plex-mono", "600", "normal"), family: "IBM Plex Mono" },
  fraunces: variable("Fraunces", "fraunces", "soft", { weight: "100 900" }),
  "fraunces-italic": cut("Fraunces", "fraunces", "400", "italic"),
};

/** All weights (and what else `axis` says) in one file. */
function variable(family, name, axis, { weight, stretch }) {
  return { family: `${family} Variable`, package: `@fontsource-variable/${name}`, stem: name, part: axis, style: "normal", weight, stretch };
}

/** One weight; it joins the family of the variable font, so that a theme names one family. */
function cut(family, name, weight, style) {
  return { family: `${family} Variable`, package: `@fontsource/${name}`, stem: name, part: weight, style, weight };
}
