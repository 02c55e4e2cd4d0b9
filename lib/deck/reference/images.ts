import type { ReferenceEntry, SettingValue } from "./entry";

/** A word that Marp reads in an image's description. */
export interface ImageKeyword extends SettingValue {
  /** Means something beside `bg` alone. */
  readonly needsBackground: boolean;
  /** What completion writes; the word itself where not given. */
  readonly snippet?: string;
}

const everywhere = (value: string, text: string, snippet?: string): ImageKeyword => ({
  value,
  text,
  needsBackground: false,
  ...(snippet ? { snippet } : {}),
});
const behind = (value: string, text: string, snippet?: string): ImageKeyword => ({ ...everywhere(value, text, snippet), needsBackground: true });

/** The keywords of images, in the order in which they are offered. */
export const imageKeywords: readonly ImageKeyword[] = [
  everywhere("bg", "Behind the text, over the whole slide"),
  everywhere("w:", "Width: `w:300` or `w:50%`", "w:${1:300}"),
  everywhere("h:", "Height: `h:200`", "h:${1:200}"),
  everywhere("width:", "Width, as `w:`", "width:${1:300px}"),
  everywhere("height:", "Height, as `h:`", "height:${1:200px}"),
  behind("cover", "Fills the slide and is cut where it is too long"),
  behind("contain", "Shows all of the picture"),
  behind("fit", "Shows all of the picture, as `contain`"),
  behind("auto", "In its own size"),
  behind("left", "Fills the left side; `left:40%` says how much", "left:${1:40%}"),
  behind("right", "Fills the right side; `right:40%` says how much", "right:${1:40%}"),
  behind("vertical", "Several pictures one under the other"),
  behind("horizontal", "Several pictures in a row, as they are by themselves"),
  everywhere("blur:", "Out of focus: `blur:10px`", "blur:${1:10px}"),
  everywhere("brightness:", "Under 1 darker, over 1 brighter: `brightness:.5`", "brightness:${1:.5}"),
  everywhere("contrast:", "Under 1 flatter, over 1 harder: `contrast:2`", "contrast:${1:1.5}"),
  everywhere("drop-shadow:", "A shadow: `drop-shadow:0,5px,10px,#0008`", "drop-shadow:${1:0,5px,10px,#0008}"),
  everywhere("grayscale:", "From 0 to 1: `grayscale:1`", "grayscale:${1:1}"),
  everywhere("hue-rotate:", "Turns the colours: `hue-rotate:180deg`", "hue-rotate:${1:180deg}"),
  everywhere("invert:", "From 0 to 1: `invert:1`", "invert:${1:1}"),
  everywhere("opacity:", "From 0 to 1: `opacity:.5`", "opacity:${1:.5}"),
  everywhere("saturate:", "Under 1 paler, over 1 stronger: `saturate:2`", "saturate:${1:1.5}"),
  everywhere("sepia:", "From 0 to 1: `sepia:1`", "sepia:${1:1}"),
];

/** Pictures, and what moves. */
export const images: readonly ReferenceEntry[] = [
  {
    id: "pictures",
    title: "Pictures",
    text: "`![what it shows](file.jpg)`. Drop a picture into the text, and it is kept with the deck. The words in the brackets are read to whoever can't see it.",
    knownFrom: ["Markdown"],
    example: "## The harbour\n\n![Boats at anchor under a low sun](harbour.jpg)\n\nThe evening after the talk.\n",
    keywords: ["image", "photo", "alt", "upload", "file", "png", "jpg", "svg"],
    insert: { group: "Pictures", label: "Picture", snippet: "![${1:What it shows}](${2:picture.jpg})", place: "block" },
  },
  {
    id: "picture-size",
    title: "The size of a picture",
    text: "`w:` and `h:` in the brackets set width and height, in pixels of a slide that is 1280 wide.",
    knownFrom: ["Marp"],
    example: "## As small as it should be\n\n![Boats at anchor w:360](harbour.jpg)\n\n360 of 1280 pixels.\n",
    keywords: ["width", "height", "scale", "resize"],
  },
  {
    id: "captions",
    title: "Captions",
    text: 'The title of a picture that stands alone, `![…](file.jpg "words")`, is set under it.',
    knownFrom: ["Pandoc"],
    example:
      '## The harbour\n\n![Boats at anchor h:380](harbour.jpg "Lisbon, the evening after the talk")\n\nThe words under it stand in the title.\n',
    keywords: ["figure", "title", "figcaption"],
  },
  {
    id: "backgrounds",
    title: "A picture behind the text",
    text: "`bg` puts a picture behind the slide. Text over it is kept readable; `brightness:.5` darkens a bright one further. `contain`, `auto` or `60%` say how large it is.",
    knownFrom: ["Marp"],
    example: "![bg](mountains.jpg)\n\n# Then we went outside\n",
    keywords: ["background", "cover", "contain", "full bleed", "wallpaper"],
    insert: { group: "Pictures", label: "Background picture", snippet: "![bg](${1:picture.jpg})", place: "block" },
  },
  {
    id: "split-backgrounds",
    title: "A picture beside the text",
    text: "`bg left` or `bg right` gives one side of the slide to a picture; `bg left:40%` says how much of it.",
    knownFrom: ["Marp"],
    example: "![bg right:40%](harbour.jpg)\n\n## The harbour\n\n- We left at noon\n- The build was done\n",
    keywords: ["background", "half", "side"],
    insert: { group: "Pictures", label: "Picture beside the text", snippet: "![bg right:${1:40%}](${2:picture.jpg})", place: "block" },
  },
  {
    id: "several-backgrounds",
    title: "Several pictures",
    text: "Several `bg` pictures on one slide stand in a row, and with `vertical` one under the other.",
    knownFrom: ["Marp"],
    example: "![bg](harbour.jpg)\n![bg](mountains.jpg)\n![bg](city.jpg)\n\n# Three days\n",
    keywords: ["background", "row", "gallery", "vertical"],
  },
  {
    id: "filters",
    title: "Filters",
    text: "`blur:`, `brightness:`, `contrast:`, `drop-shadow:`, `grayscale:`, `hue-rotate:`, `invert:`, `opacity:`, `saturate:` and `sepia:` change how a picture looks, with a value after the colon.",
    knownFrom: ["Marp"],
    example: "## Before and after\n\n![The city h:260](city.jpg) ![The city in grey h:260 grayscale:1](city.jpg)\n\nThe same file twice.\n",
    keywords: ["effect", "darken", "grey", "transparent"],
  },
  {
    id: "drop-shadow",
    title: "A shadow under a picture",
    text: "`drop-shadow:` takes an offset to the right and down, how soft it is and a colour, with commas between them. It follows the outline of a picture that is cut out.",
    knownFrom: ["Marp"],
    example: "## The harbour\n\n![Boats at anchor h:380 drop-shadow:0,12px,24px,#0008](harbour.jpg)\n",
    keywords: ["shadow", "elevation", "blur"],
  },
  {
    id: "films",
    title: "Films and recordings",
    text: "The image syntax on a film or a recording plays it: `.mp4`, `.webm`, `.mp3`, `.wav` and their like. `autoplay`, `loop` and `muted` in the brackets do what they say, once the slide is there.",
    knownFrom: ["Deckset"],
    example: "## In their own words\n\n![The team on the day the build turned green](interview.mp3)\n\nTwo minutes, recorded in May.\n",
    keywords: ["video", "audio", "mp4", "sound", "movie", "clip", "webm", "autoplay"],
    insert: { group: "Pictures", label: "Film or recording", snippet: "![${1:What it shows}](${2:film.mp4})", place: "block" },
  },
  {
    id: "video-cards",
    title: "Films of YouTube and Vimeo",
    text: "The address of a film, alone in a paragraph, becomes a card. The film is loaded when somebody presses it, and not before.",
    knownFrom: ["Deckset", "HedgeDoc"],
    example: "## How the cache came to be\n\nhttps://vimeo.com/76979871\n",
    keywords: ["youtube", "vimeo", "video", "embed", "iframe", "link"],
    insert: { group: "Pictures", label: "Film of YouTube or Vimeo", snippet: "${1:https://www.youtube.com/watch?v=…}", place: "block" },
  },
];

/** Words in the brackets of a film or recording. */
export const mediaKeywords: readonly SettingValue[] = [
  { value: "autoplay", text: "A film plays once its slide is there" },
  { value: "loop", text: "A film begins again at its end" },
  { value: "muted", text: "A film without its sound" },
];
