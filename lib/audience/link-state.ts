import type { DeckId, TalkId } from "@/lib/api/ids";
import type { LiveState } from "@/lib/api/talks";

/** What a public link shows at this moment, without the driver's pointer, which is stored nowhere. */
export type LinkState =
  | { readonly state: "missing" | "withdrawn" }
  | { readonly state: "there"; readonly deckId: DeckId; readonly talkId: TalkId | null; readonly live: Omit<LiveState, "pointer"> };

/** A place on the slide's canvas, as parts of its width and height. */
export type Pointer = NonNullable<LiveState["pointer"]>;
