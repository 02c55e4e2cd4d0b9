/**
 * Shows a slide as it stands after `step` presses of next: fragments up to it, and the lines that each code block
 * lights up then. Without a step all of it is shown, with each code block's first lines lit.
 */
export function showStep(section: HTMLElement, step: number | undefined): void {
  section.toggleAttribute("data-stepped", step !== undefined);
  for (const fragment of section.querySelectorAll("[data-step]")) {
    const own = Number(fragment.getAttribute("data-step"));
    fragment.toggleAttribute("data-shown", step !== undefined && own <= step);
    // For what shows at its own step alone.
    fragment.toggleAttribute("data-past", step !== undefined && own < step);
  }
  for (const block of section.querySelectorAll("pre[data-groups]")) {
    const group = litGroup(Number(block.getAttribute("data-groups")), Number(block.getAttribute("data-first-step") ?? "1"), step ?? 0);
    for (const line of block.querySelectorAll(".line")) {
      const groups = line.getAttribute("data-lit")?.split(" ") ?? [];
      line.classList.toggle("lit", groups.includes(String(group)));
    }
  }
}

/** Which group of lines is lit: the first until the block's first step, then the next with every step, then the last. */
export function litGroup(groups: number, firstStep: number, step: number): number {
  return Math.max(0, Math.min(groups - 1, step - firstStep + 1));
}
