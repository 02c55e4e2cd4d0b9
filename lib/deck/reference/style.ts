import type { ReferenceEntry, SettingValue } from "./entry";

/** Classes that every theme has a look for, on slides (`_class`, `.fx:`). */
export const slideClasses: readonly SettingValue[] = [
  { value: "invert", text: "The other colour scheme than the deck's" },
  { value: "dark", text: "The dark scheme, on this slide" },
  { value: "light", text: "The light scheme, on this slide" },
  { value: "center", text: "Its lines are centred" },
  { value: "middle", text: "Its text stands at half height" },
  { value: "lead", text: "Both: centred, at half height" },
  { value: "right", text: "Its lines end at the right" },
  { value: "left", text: "Its lines begin at the left, whatever the layout" },
  { value: "top", text: "Its text begins at the top, whatever the layout" },
  { value: "bottom", text: "Its text ends at the bottom" },
];

/** How a deck looks of its own. */
export const style: readonly ReferenceEntry[] = [
  {
    id: "slide-classes",
    title: "Classes of a slide",
    text: "`_class: dark` sets a slide in the dark scheme, `light` and `invert` in the others; `center`, `middle`, `lead`, `left`, `right`, `top` and `bottom` say where its text stands. Any other name is a class for the deck's own style. `.fx: name`, a paragraph of its own, does the same.",
    knownFrom: ["Marp", "remark", "Landslide"],
    example:
      "<!-- _class: dark -->\n\n## After dark\n\n- One slide in the other scheme\n- The rest as it was\n\n---\n\n.fx: dark\n\n## The same\n\n- as Landslide writes it\n",
    keywords: ["class", ".fx", "inverse", "align", "dark slide"],
  },
  {
    id: "deck-style-element",
    title: "Style for the deck",
    text: "CSS in `<style>` holds for all slides and for nothing else on the page. What could fetch from elsewhere or leave the slide is taken out.",
    knownFrom: ["Marp", "HedgeDoc"],
    example:
      "<style>\nh2 { color: #b4540a; }\n.price { font-size: 1.6em; font-weight: 700; }\n</style>\n\n## A colour of our own\n\n::: price\n€ 12 an hour\n:::\n",
    keywords: ["css", "style", "color", "font", "custom"],
    insert: {
      group: "Slide",
      label: "Style of this slide",
      snippet: "<style scoped>\n${1:h2 { color: #b4540a; \\}}\n</style>",
      place: "block",
    },
  },
  {
    id: "scoped-style",
    title: "Style for one slide",
    text: "`<style scoped>` holds for its slide alone.",
    knownFrom: ["Marp", "Slidev"],
    example: "<style scoped>\nli { font-size: 1.3em; }\n</style>\n\n## Large\n\n- Only here\n- Not on the next slide\n",
    keywords: ["css", "scoped"],
  },
  {
    id: "html",
    title: "HTML",
    text: "Tags may stand in the text, with `class`, `id`, sizes and a safe part of `style`. Scripts, forms and event handlers are taken out, so a deck can be opened without fear.",
    knownFrom: ["Markdown"],
    example:
      '## Two boxes\n\n<div style="display: flex; gap: 40px">\n<div style="flex: 1">\n\n**Left**, with *Markdown* inside.\n\n</div>\n<div style="flex: 1">\n\n**Right**, and press <kbd>p</kbd> for the desk.\n\n</div>\n</div>\n',
    keywords: ["raw", "tags", "div", "details", "kbd", "sanitize", "script"],
  },
  {
    id: "literal-braces",
    title: "Braces stay braces",
    text: "`{{ }}` is always plain text: templates can be shown on slides without any escape.",
    knownFrom: [],
    example: "## A template\n\n```bash\ndocker inspect -f '{{.State.Pid}}' web\n```\n\nprints what {{.State.Pid}} stands for.\n",
    keywords: ["jinja", "vue", "handlebars", "interpolation", "mustache", "curly"],
  },
];
