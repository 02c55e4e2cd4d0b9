import { zipSync } from "fflate";
import { xmlPart, xmlText } from "@/lib/export/pptx/ooxml/xml";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Parts of an Office document (ECMA-376, Part 2): named files, what each is, and what each refers to. */
export interface Package {
  /** Adds a part; `relations` are written beside it. */
  readonly add: (part: Part) => void;
  readonly zip: () => Uint8Array<ArrayBuffer>;
}

export interface Part {
  /** Without the leading slash. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Media have theirs by the end of their name. */
  readonly contentType?: string;
  readonly relations?: readonly Relation[];
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  /** Relative to the part, or an address of the web. */
  readonly target: string;
  readonly isExternal?: boolean;
}

/** Types of relations are told by their last word. */
export function relation(id: string, type: string, target: string, isExternal = false): Relation {
  return { id, type: type.includes(":") ? type : `${office}/${type}`, target, isExternal };
}

const mediaTypes: Readonly<Record<string, string>> = { png: "image/png", jpeg: "image/jpeg", gif: "image/gif" };

export function createPackage(): Package {
  const parts: Part[] = [];
  return {
    add: (part) => void parts.push(part),
    zip: () => {
      const files = new Map<string, string | Uint8Array>([["[Content_Types].xml", contentTypes(parts)]]);
      for (const part of parts) {
        files.set(part.name, part.content);
        if (part.relations && part.relations.length > 0) files.set(relationsName(part.name), relationsXml(part.relations));
      }
      // A time of its own would make every export of the same deck another file.
      const mtime = new Date(1980, 0, 1);
      return zipSync(
        Object.fromEntries(
          [...files].map(([name, content]) =>
            typeof content === "string" ? [name, [new TextEncoder().encode(content), { level: 6, mtime }]] : [name, [content, { level: 0, mtime }]],
          ),
        ),
      );
    },
  };
}

function relationsName(name: string): string {
  const [, folder = "", file = name] = /^(.*\/)?([^/]*)$/.exec(name) ?? [];
  return `${folder}_rels/${file}.rels`;
}

function relationsXml(relations: readonly Relation[]): string {
  const items = relations.map(
    ({ id, type, target, isExternal }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${xmlText(target)}"${isExternal === true ? ' TargetMode="External"' : ""}/>`,
  );
  return xmlPart(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`);
}

function contentTypes(parts: readonly Part[]): string {
  const defaults = Object.entries({ ...mediaTypes, rels: "application/vnd.openxmlformats-package.relationships+xml", xml: "application/xml" });
  const overrides = parts.flatMap(({ name, contentType }) =>
    contentType === undefined ? [] : [`<Override PartName="/${name}" ContentType="${contentType}"/>`],
  );
  const known = defaults.map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  return xmlPart(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${known.join("")}${overrides.join("")}</Types>`);
}
