/** How somebody is called who has not said a name, where the name stands by itself or begins a sentence. */
export const namelessGuest = "A guest";

/** The same within a sentence, with names as they are; an empty name is nobody's. */
export function nameWithin(name: string): string {
  return name === "" || name === namelessGuest ? "a guest" : name;
}
