import type { Invariant, Plant } from "@/tests/faults/plant";
// By their places: the runner's configuration is read before `@/` means anything.
import { audiencePlants } from "./plants/audience";
import { harmPlants } from "./plants/harm";
import { inboundPlants } from "./plants/inbound";
import { rightsPlants } from "./plants/rights";
import { roomPlants } from "./plants/rooms";
import { savingPlants } from "./plants/saving";

/** Every invariant of collaboration. */
export const invariants: readonly Invariant[] = Array.from({ length: 22 }, (_, index) => `I${index + 1}` as const);

/** All faults that are planted, in the order of their invariants. */
export const plants: readonly Plant[] = invariants.flatMap((invariant) =>
  [...savingPlants, ...rightsPlants, ...roomPlants, ...harmPlants, ...inboundPlants, ...audiencePlants].filter(
    (plant) => plant.invariant === invariant,
  ),
);

/** Invariants that nothing tests yet, and why. */
export const untested: Readonly<Record<Invariant, string>> = {};
