import type { ReferenceEntry } from "./entry";

/** What the speaker sees and the audience doesn't. */
export const speaker: readonly ReferenceEntry[] = [
  {
    id: "speaker-notes",
    title: "Speaker notes",
    text: "A comment that is no setting is a note for the speaker. It shows at the presenter's desk and never reaches the audience: not on the screen, not in the public page, not in a file.",
    knownFrom: ["Marp", "Slidev"],
    example:
      "## The number\n\n- Three minutes and fifty seconds\n- Nine times out of ten\n\n<!--\nWait for the laugh. Then say how it was measured.\n-->\n",
    keywords: ["presenter notes", "comment", "private", "desk"],
    insert: { group: "For the speaker", label: "Speaker notes", snippet: "<!--\n${1:What you want to say}\n-->", place: "slide-end" },
  },
  {
    id: "presenter-notes-heading",
    title: "Notes under a heading",
    text: "From a heading that reads `Presenter Notes` to the end of the slide everything is speaker notes. So is a paragraph that begins with `.notes:`.",
    knownFrom: ["Landslide"],
    example:
      "## The number\n\n- Three minutes and fifty seconds\n- Nine times out of ten\n\n.notes: Measured from push to verdict.\n\n# Presenter Notes\n\n- the ninetieth percentile\n- same machines as before\n",
    keywords: [".notes:", "presenter notes"],
  },
  {
    id: "notes-separator",
    title: "Notes after ???",
    text: "Everything after a line of `???` is speaker notes, to the end of the slide.",
    knownFrom: ["remark"],
    example: "## The number\n\n- Three minutes and fifty seconds\n- Nine times out of ten\n\n???\n\nMeasured from push to verdict.\n",
    keywords: ["question marks"],
  },
  {
    id: "planned-time",
    title: "Planned time",
    text: "`_duration: 90s` says how long a slide should take, `duration: 20m` in the front matter how long the talk may. The editor counts with the one, the clock at the presenter's desk with the other.",
    knownFrom: [],
    example: "---\nduration: 20m\n---\n\n<!-- _duration: 1m30s -->\n\n## The demo\n\n- A minute and a half\n- Stop there, even if it fails\n",
    keywords: ["timer", "pace", "clock", "minutes", "seconds", "length"],
    insert: { group: "For the speaker", label: "Planned time", snippet: "<!-- _duration: ${1:90s} -->", place: "block" },
  },
];
