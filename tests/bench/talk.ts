/** A talk of so many slides, with what real ones hold: lists, code, a table now and then. */
export function talkOf(slides: number): string {
  return Array.from({ length: slides }, (_, index) => slideOf(index)).join("\n---\n\n");
}

function slideOf(index: number): string {
  const head = `# Slide number ${index + 1}\n\nText that says *something* about [it](https://example.invalid/${index}).\n`;
  if (index % 5 === 1) return `${head}\n\`\`\`ts\nconst answer${index} = ${index} * 6;\nconsole.log(answer${index});\n\`\`\`\n`;
  if (index % 5 === 3) return `${head}\n| key | value |\n| --- | ----: |\n| a | ${index} |\n| b | ${index * 2} |\n`;
  return `${head}\n- first point of ${index}\n- second point with \`code\`\n  - a detail\n\n<!-- Say this slowly. -->\n`;
}
