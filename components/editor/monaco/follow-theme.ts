import { defineTheme } from "@/components/editor/monaco/themes";
import type { Monaco } from "@/components/editor/monaco/load-monaco";

/** Keeps Monaco in the page's colours: now, when the system turns dark or light, when the page's theme is switched. */
export function followTheme(monaco: Monaco, host: Element): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const scheme = getComputedStyle(host).colorScheme;
    const isDark = scheme === "dark" || (scheme !== "light" && dark.matches);
    monaco.editor.setTheme(defineTheme(monaco, host, isDark ? "dark" : "light"));
  };
  // The page's theme is an attribute or class of the root element.
  const observer = new MutationObserver(apply);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["class", "data-theme", "style"] });
  dark.addEventListener("change", apply);
  apply();
  return () => {
    observer.disconnect();
    dark.removeEventListener("change", apply);
  };
}
