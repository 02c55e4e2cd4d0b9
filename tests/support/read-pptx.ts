import { XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";

export interface ReadPptx {
  readonly names: readonly string[];
  /** A part's text. */
  readonly part: (name: string) => string;
  /** Parts that are no well-formed XML, and relations that lead to no part. */
  readonly faults: readonly string[];
}

/** Opens a presentation as its readers do: every part parsed, every relation followed. */
export function readPptx(bytes: Uint8Array): ReadPptx {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const broken = names.filter((name) => /\.(?:xml|rels)$/.test(name)).flatMap((name) => faultOf(name, part(name)));
  return { names, part, faults: [...broken, ...lost(names, part), ...unnamed(names, part)] };
}

function faultOf(name: string, xml: string): readonly string[] {
  const valid = XMLValidator.validate(xml);
  return valid === true ? [] : [`${name}: ${valid.err.msg}`];
}

function lost(names: readonly string[], part: (name: string) => string): readonly string[] {
  return names
    .filter((name) => name.endsWith(".rels"))
    .flatMap((name) => {
      const folder = name.replace(/_rels\/[^/]*$/, "");
      return [...part(name).matchAll(/<Relationship [^>]*Target="([^"]*)"(?! TargetMode)/g)]
        .map(([, target = ""]) => new URL(target, `http://package.invalid/${folder}`).pathname.slice(1))
        .filter((target) => !names.includes(target))
        .map((target) => `${name}: there is no ${target}`);
    });
}

/** Whoever reads a package knows a part by its content type alone. */
function unnamed(names: readonly string[], part: (name: string) => string): readonly string[] {
  const types = part("[Content_Types].xml");
  const told = [...types.matchAll(/PartName="\/([^"]*)"/g)].map(([, name = ""]) => name);
  const untold = names.filter((name) => name.startsWith("ppt/") && name.endsWith(".xml") && !told.includes(name));
  return [
    ...untold.map((name) => `${name} has no content type`),
    ...told.filter((name) => !names.includes(name)).map((name) => `${name} is told and not there`),
  ];
}
