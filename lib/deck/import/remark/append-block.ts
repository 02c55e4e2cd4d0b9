/** What is printed so far with a block behind it, apart from all else. */
export function appendBlock(printed: string, block: string): string {
  return printed.trim() === "" ? `${block}\n\n` : `${printed.trimEnd()}\n\n${block}\n\n`;
}
