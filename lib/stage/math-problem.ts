/** What KaTeX says, and the same in the words of somebody who writes a talk. */
const sentences: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^Undefined control sequence: (\\\S+)/, (name) => `There is no command ${name}.`],
  [/^No such environment: (.+)$/, (name) => `There is no environment "${name}".`],
  [/^Expected 'EOF', got '&'$/, () => 'An "&" needs an environment such as aligned or matrix around it.'],
  [/^Expected 'EOF', got '\}'$/, () => 'A "}" closes nothing.'],
  [/^Expected 'EOF', got '(.+)'$/, (sign) => `"${sign}" does not belong here.`],
  [/^Expected '\}', got 'EOF'$/, () => 'A "{" is never closed.'],
  [/^Expected '\\right', got/, () => "A \\left has no \\right."],
  [/^Expected (?:& or )?.*\\end/, () => "An environment is never ended: \\end is missing."],
  [/^Unexpected end of input in a macro argument/, () => "It ends in the middle of a command."],
  [/^Expected group (?:as|after) (?:argument to )?'?(\\?[^']+?)'?(?: at .*)?$/, (name) => `Something is missing after ${name}.`],
  [/^Double (superscript|subscript)$/, (what) => `Two ${what}s follow each other; put braces around one.`],
  [/^Can't use function '\$' in math mode$/, () => "There is a dollar too many."],
  [/^Can't use function '(.+)' in (\w+) mode$/, (name, mode) => `${name} can't stand in ${mode}.`],
  [/^Too many expansions/, () => "Its macros run in circles, or too long."],
];

/** One sentence on what is wrong with a formula. */
export function formulaProblem(message: string): string {
  for (const [pattern, sentence] of sentences) {
    const match = pattern.exec(message);
    if (match) return sentence(...match.slice(1));
  }
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
