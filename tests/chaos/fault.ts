import type { Scene } from "@/tests/chaos/scene";
import type { OwnPostgres } from "@/tests/support/own-postgres";
import type { OwnRedis } from "@/tests/support/redis";

/** What a run has of its own to do things to. */
export interface Ground {
  readonly postgres: OwnPostgres;
  /** A reason where there is none. */
  readonly redis: OwnRedis | string;
}

/** Something that goes wrong while people write. */
export interface Fault {
  /** As the table calls it. */
  readonly name: string;
  /** How many processes serve; two where nothing is said. */
  readonly processes?: number;
  /** How many people write, in both decks together; twenty where nothing is said. */
  readonly typists?: number;
  readonly bus?: "redis";
  /** People are back within this time: another promise that the run holds. */
  readonly maxBackMs?: number;
  /** Does it, while everybody types; what it breaks is whole again when it returns. */
  readonly act: (scene: Scene, ground: Ground) => Promise<void>;
}
