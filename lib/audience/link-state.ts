import type { DeckId, TalkId } from "@/lib/api/ids";
import type { LiveState } from "@/lib/api/talks";

/** What a public link shows at this moment, without the driver's pointer, which is stored nowhere. */
export type LinkState =
  | { readonly state: "missing" | "withdrawn" | "ended" }
  | {
      readonly state: "there";
      readonly deckId: DeckId;
      readonly talkId: TalkId | null;
      /** It shows one version, whatever talk is given: its pages follow none. */
      readonly isFrozen: boolean;
      readonly live: Omit<LiveState, "pointer">;
      /** Names the password that it asks for; null where it asks for none. */
      readonly lock: string | null;
    };

/** Why a public link shows nothing to whoever asks. */
export type Refused = "missing" | "withdrawn" | "ended" | "locked";

/** Whether whoever asks has given the password that this lock stands for. */
export type OpensLock = (lock: string) => boolean;

/** A place on the slide's canvas, as parts of its width and height. */
export type Pointer = NonNullable<LiveState["pointer"]>;
