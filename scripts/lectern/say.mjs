/** A fault that the person at the terminal can mend: printed as its one sentence, without a stack trace. */
export class CommandError extends Error {
  name = "CommandError";
}

export function say(sentence) {
  console.log(sentence);
}
