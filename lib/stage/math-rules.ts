const rule = /([^{}]+)\{([^{}]*)\}/g;

/** KaTeX's rules for the classes that are in this HTML: a page's formulas use a fifth of them. */
export function chooseMathRules(rules: string, html: string): string {
  const used = new Set(Array.from(html.matchAll(/class=\\?"([^"\\]*)/g), ([, names = ""]) => names.split(" ")).flat());
  const isUsed = (selector: string) => Array.from(selector.matchAll(/\.([\w-]+)/g)).every(([, name = ""]) => used.has(name));
  const open = rules.indexOf("{") + 1;
  const chosen = Array.from(rules.slice(open, -1).matchAll(rule), ([, selectors = "", declarations = ""]) => {
    const kept = selectors.split(",").filter((selector) => isUsed(selector.replace(/:not\([^)]*\)/g, "")));
    return kept.length === 0 ? "" : `${kept.join(",")}{${declarations}}`;
  });
  return `${rules.slice(0, open)}${chosen.join("")}}`;
}
