const word = /^[a-z]+$/i;

/** Words that stand for a colour that depends on where they stand. */
const keyword =
  /^(?:currentcolor|transparent|inherit|initial|unset|revert|(?:accent|button|canvas|field|gray|highlight|link|mark|selecteditem|visited|active)[a-z]*)$/i;

/** Whether a value is surely no colour: what only a browser can tell may be one. `isKnown` tells names and `#` colours. */
export function isNoColor(value: string, isKnown: (value: string) => boolean): boolean {
  if (word.test(value)) return !keyword.test(value) && !isKnown(value);
  if (value.startsWith("#")) return !isKnown(value);
  return /\b(?:gradient|url|image|image-set)\(/i.test(value);
}
