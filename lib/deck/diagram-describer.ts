/** What says in words what a diagram shows: a door of its own, so that a deck without any is shown without it. */
import type { DiagramDescriber } from "./deck";

/** What kinds of diagrams are called, by the word that begins them. */
const kinds: Readonly<Record<string, string>> = {
  architecture: "Architecture diagram",
  block: "Block diagram",
  c4component: "C4 component diagram",
  c4container: "C4 container diagram",
  c4context: "C4 context diagram",
  classdiagram: "Class diagram",
  erdiagram: "Entity relationship diagram",
  flowchart: "Flowchart",
  gantt: "Gantt chart",
  gitgraph: "Git graph",
  graph: "Flowchart",
  journey: "User journey",
  kanban: "Kanban board",
  mindmap: "Mind map",
  packet: "Packet diagram",
  pie: "Pie chart",
  quadrantchart: "Quadrant chart",
  radar: "Radar chart",
  requirementdiagram: "Requirement diagram",
  sankey: "Sankey diagram",
  sequencediagram: "Sequence diagram",
  statediagram: "State diagram",
  timeline: "Timeline",
  treemap: "Treemap",
  xychart: "Chart",
};

const maxDescriptionUnits = 1_000;

/** A diagram in words, for those who don't see it: its own title and description, else what kind it is. */
export const describeDiagram: DiagramDescriber = (text) => {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, "").replace(/^[ \t]*%%.*$/gm, "");
  const word = /^\s*([a-z\d]+)/i.exec(body)?.[1]?.toLowerCase() ?? "";
  const kind = kinds[word] ?? "Diagram";
  const title =
    /^[ \t]*accTitle[ \t]*:[ \t]*(\S.*)$/m.exec(body)?.[1] ?? /^[ \t]*(?:pie[ \t]+(?:showData[ \t]+)?)?title[ \t]+(\S.*)$/m.exec(body)?.[1];
  const description = /^[ \t]*accDescr[ \t]*:[ \t]*(\S.*)$/m.exec(body)?.[1] ?? /^[ \t]*accDescr[ \t]*\{([^}]*)\}/m.exec(body)?.[1];
  const words = [title === undefined ? kind : `${kind}: ${title.trim()}`, description?.replace(/\s+/g, " ").trim() ?? ""];
  return words
    .filter((part) => part !== "")
    .join(". ")
    .slice(0, maxDescriptionUnits);
};
