import { standIn, type PaletteColor } from "@/lib/stage/diagrams/palette";

/**
 * Which drawings are alike: the package's version, and a number that grows when what is below changes how they look.
 * Drawings of another renderer are drawn anew.
 */
export const diagramRenderer = "mermaid-11.17.2-1";

/** Drawn and measured in the widest of the themes' fonts; shown in the font of the slide around it. */
const fontFamily = '"Inter Variable", Inter, "Liberation Sans", Arial, sans-serif';
const fontSizePx = 16;
/** Without HTML in it a mind map's round node is placed for words that begin at its middle. */
const themeCSS = ".mindmap-node circle ~ .label text { text-anchor: middle; }";
const hues = 8;
const scales = 12;

const colors: Readonly<Record<string, PaletteColor>> = {
  background: "paper",
  primaryColor: "tint",
  primaryTextColor: "ink",
  primaryBorderColor: "muted",
  secondaryColor: "soft2",
  secondaryTextColor: "ink",
  secondaryBorderColor: "hue2",
  tertiaryColor: "soft4",
  tertiaryTextColor: "ink",
  tertiaryBorderColor: "hue4",
  lineColor: "muted",
  arrowheadColor: "muted",
  defaultLinkColor: "muted",
  textColor: "ink",
  titleColor: "ink",
  mainBkg: "tint",
  nodeBkg: "tint",
  nodeBorder: "muted",
  nodeTextColor: "ink",
  border2: "muted",
  clusterBkg: "veil",
  clusterBorder: "edge",
  edgeLabelBackground: "paper",
  actorBkg: "tint",
  actorBorder: "muted",
  actorTextColor: "ink",
  actorLineColor: "edge",
  signalColor: "ink",
  signalTextColor: "ink",
  labelBoxBkgColor: "tint",
  labelBoxBorderColor: "muted",
  labelTextColor: "ink",
  loopTextColor: "ink",
  activationBkgColor: "softAccent",
  activationBorderColor: "accent",
  sequenceNumberColor: "paper",
  rectBkgColor: "veil",
  noteBkgColor: "softWarning",
  noteBorderColor: "warning",
  noteTextColor: "ink",
  personBkg: "tint",
  personBorder: "muted",
  sectionBkgColor: "veil",
  altSectionBkgColor: "paper",
  sectionBkgColor2: "veil",
  excludeBkgColor: "tint",
  taskBorderColor: "hue2",
  taskBkgColor: "soft2",
  taskTextColor: "ink",
  taskTextLightColor: "ink",
  taskTextDarkColor: "ink",
  taskTextOutsideColor: "ink",
  taskTextClickableColor: "ink",
  activeTaskBkgColor: "softAccent",
  activeTaskBorderColor: "accent",
  doneTaskBkgColor: "tint",
  doneTaskBorderColor: "muted",
  critBkgColor: "softCaution",
  critBorderColor: "caution",
  gridColor: "edge",
  todayLineColor: "accent",
  vertLineColor: "accent",
  rowOdd: "paper",
  rowEven: "tint",
  attributeBackgroundColorOdd: "paper",
  attributeBackgroundColorEven: "tint",
  transitionColor: "muted",
  transitionLabelColor: "ink",
  stateBkg: "tint",
  stateLabelColor: "ink",
  stateBorder: "muted",
  labelBackgroundColor: "paper",
  labelColor: "ink",
  compositeBackground: "paper",
  compositeTitleBackground: "tint",
  compositeBorder: "muted",
  altBackground: "tint",
  innerEndBackground: "ink",
  specialStateColor: "ink",
  classText: "ink",
  errorBkgColor: "softCaution",
  errorTextColor: "ink",
  scaleLabelColor: "ink",
  pieTitleTextColor: "ink",
  pieSectionTextColor: "paper",
  pieLegendTextColor: "ink",
  pieStrokeColor: "paper",
  pieOuterStrokeColor: "paper",
  quadrant1Fill: "soft4",
  quadrant2Fill: "soft2",
  quadrant3Fill: "tint",
  quadrant4Fill: "soft3",
  quadrant1TextFill: "ink",
  quadrant2TextFill: "ink",
  quadrant3TextFill: "ink",
  quadrant4TextFill: "ink",
  quadrantPointFill: "accent",
  quadrantPointTextFill: "ink",
  quadrantXAxisTextFill: "ink",
  quadrantYAxisTextFill: "ink",
  quadrantTitleFill: "ink",
  quadrantInternalBorderStrokeFill: "edge",
  quadrantExternalBorderStrokeFill: "muted",
  requirementBackground: "tint",
  requirementBorderColor: "muted",
  requirementTextColor: "ink",
  relationColor: "muted",
  relationLabelBackground: "paper",
  relationLabelColor: "ink",
  commitLabelColor: "ink",
  commitLabelBackground: "tint",
  tagLabelColor: "ink",
  tagLabelBackground: "softAccent",
  tagLabelBorder: "accent",
  archEdgeColor: "muted",
  archEdgeArrowColor: "muted",
  archGroupBorderColor: "edge",
  vennTitleTextColor: "ink",
  vennSetTextColor: "ink",
};

/** What a diagram's own front matter and directives may not change. */
const secure = [
  "secure",
  "securityLevel",
  "startOnLoad",
  "maxTextSize",
  "maxEdges",
  "suppressErrorRendering",
  "htmlLabels",
  "themeCSS",
  "fontFamily",
  "altFontFamily",
  "dompurifyConfig",
  "deterministicIds",
  "deterministicIDSeed",
  "logLevel",
];

/** How mermaid draws for slides; plain data, the same in the editor's browser and in the server's. */
export function mermaidConfig() {
  return {
    startOnLoad: false,
    securityLevel: "strict",
    suppressErrorRendering: true,
    htmlLabels: false,
    deterministicIds: true,
    deterministicIDSeed: "diagram",
    // Some outlines are of random strokes, one on the other, even where nothing looks drawn by hand.
    handDrawnSeed: 1,
    maxTextSize: 50_000,
    maxEdges: 500,
    logLevel: "fatal",
    secure,
    theme: "base",
    fontFamily,
    themeCSS,
    themeVariables: { ...themeVariables(), fontFamily, fontSize: `${fontSizePx}px` },
    flowchart: { htmlLabels: false, useMaxWidth: true, padding: 14 },
    class: { htmlLabels: false },
    sequence: { mirrorActors: false, actorFontSize: fontSizePx, messageFontSize: fontSizePx, noteFontSize: fontSizePx - 1, useMaxWidth: true },
    gantt: {
      useWidth: 960,
      fontSize: 15,
      sectionFontSize: 15,
      barHeight: 30,
      barGap: 8,
      leftPadding: 130,
      topPadding: 56,
      axisFormat: "%d %b",
      useMaxWidth: true,
    },
    journey: { useMaxWidth: true },
    pie: { textPosition: 0.7, useMaxWidth: true },
  } as const;
}

function themeVariables(): Readonly<Record<string, unknown>> {
  const variables: Record<string, unknown> = { pieOpacity: "1", pieStrokeWidth: "2px", pieOuterStrokeWidth: "0px", archEdgeWidth: "2" };
  for (const [name, color] of Object.entries(colors)) variables[name] = standIn[color];
  for (let index = 0; index < scales; index++) {
    const hue = standIn[hueNamed("hue", index)];
    const softened = standIn[hueNamed("soft", index)];
    variables[`cScale${index}`] = softened;
    variables[`cScalePeer${index}`] = hue;
    variables[`cScaleInv${index}`] = hue;
    variables[`cScaleLabel${index}`] = standIn.ink;
    variables[`pie${index + 1}`] = hue;
    variables[`fillType${index}`] = softened;
    variables[`surface${index}`] = softened;
    variables[`surfacePeer${index}`] = hue;
    variables[`git${index}`] = hue;
    variables[`gitInv${index}`] = standIn.paper;
    variables[`gitBranchLabel${index}`] = standIn.paper;
    variables[`venn${index + 1}`] = hue;
  }
  const plotColorPalette = Array.from({ length: hues }, (_, index) => standIn[hueNamed("hue", index)]).join(",");
  variables["xyChart"] = {
    backgroundColor: standIn.paper,
    titleColor: standIn.ink,
    dataLabelColor: standIn.ink,
    plotColorPalette,
    ...Object.fromEntries(
      ["x", "y"].flatMap((axis) => [
        [`${axis}AxisLabelColor`, standIn.ink],
        [`${axis}AxisTitleColor`, standIn.ink],
        [`${axis}AxisTickColor`, standIn.muted],
        [`${axis}AxisLineColor`, standIn.muted],
      ]),
    ),
  };
  variables["radar"] = { axisColor: standIn.muted, graticuleColor: standIn.muted };
  return variables;
}

const names: Readonly<Record<"hue" | "soft", readonly PaletteColor[]>> = {
  hue: ["hue2", "hue1", "hue4", "hue3", "hue5", "hue6", "hue7", "hue8"],
  soft: ["soft2", "soft1", "soft4", "soft3", "soft5", "soft6", "soft7", "soft8"],
};

function hueNamed(kind: "hue" | "soft", index: number): PaletteColor {
  return names[kind][index % hues] ?? "muted";
}
