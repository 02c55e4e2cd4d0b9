import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin as EsbuildPlugin } from "esbuild";
import type { Plugin as VitePlugin } from "vitest/config";
// By their places: the runner's configuration is read before `@/` means anything.
import { planted, type Plant } from "./plant";
import { plants } from "./plants";

/** Puts the fault that `FAULT` names into what tests import; no file is written. */
export function plantInVite(): VitePlugin[] {
  const plant = chosenPlant();
  if (plant === undefined) return [];
  const file = path.resolve(plant.file).replaceAll(path.sep, "/");
  return [{ name: "plant-fault", enforce: "pre", transform: (source, id) => (id.split("?")[0] === file ? planted(source, plant) : undefined) }];
}

/** The same for what tests bundle for a browser. */
export function plantInBundle(): EsbuildPlugin[] {
  const plant = chosenPlant();
  if (plant === undefined) return [];
  const file = path.resolve(plant.file);
  const setup: EsbuildPlugin["setup"] = (build) => {
    build.onLoad({ filter: /\.ts$/ }, async (args) =>
      args.path === file ? { contents: planted(await readFile(file, "utf8"), plant), loader: "ts" } : undefined,
    );
  };
  return [{ name: "plant-fault", setup }];
}

function chosenPlant(): Plant | undefined {
  const name = process.env.FAULT;
  if (name === undefined) return undefined;
  const plant = plants.find((other) => other.name === name);
  if (plant === undefined) throw new Error(`There is no fault "${name}".`);
  return plant;
}
