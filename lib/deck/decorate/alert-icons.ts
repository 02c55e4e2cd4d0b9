import { elementsOf, hasClass, isElement, readAttribute, textOf, type Parent } from "@/lib/deck/sanitize/tree";
import { escapeHtml } from "@/lib/deck/syntax/attributes";
import type { TrustedHtml } from "./trusted-html";

/** Lines on a grid of 24, drawn in the colour of the words beside them. */
const icons: Readonly<Record<string, string>> = {
  note: '<circle cx="12" cy="12" r="9.5"/><path d="M12 11v5.5M12 7.4v.2"/>',
  tip: '<path d="M9.5 18.5h5M10.3 21.5h3.4M8.3 14.7a6.5 6.5 0 1 1 7.4 0c-.8.7-1.2 1.4-1.2 2.3h-5c0-.9-.4-1.6-1.2-2.3z"/>',
  important:
    '<path d="M4 3.5h16A1.5 1.5 0 0 1 21.5 5v11a1.5 1.5 0 0 1-1.5 1.5h-7l-4.5 4v-4H4A1.5 1.5 0 0 1 2.5 16V5A1.5 1.5 0 0 1 4 3.5zM12 7v4M12 14v.2"/>',
  warning: '<path d="M12 3.2 22 20.5H2zM12 10v4.5M12 17.4v.2"/>',
  caution: '<path d="M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8zM12 7v6M12 16.4v.2"/>',
};

/** Puts its picture before the title of every alert: the kind is told by shape, not by colour alone. */
export function drawAlertIcons(root: Parent, trusted: TrustedHtml): void {
  for (const element of elementsOf(root)) {
    const alert = element.parentNode;
    if (!hasClass(element, "alert-title") || !alert || !isElement(alert)) continue;
    const kind = /(?:^|\s)alert-([a-z]+)/.exec(readAttribute(alert, "class") ?? "")?.[1] ?? "";
    const icon = icons[kind];
    if (icon !== undefined) trusted.put(element, `<svg viewBox="0 0 24 24" aria-hidden="true">${icon}</svg>${escapeHtml(textOf(element))}`);
  }
}
