/** Mermaid, bundled by `scripts/assets/packages.mjs`; whoever draws loads it by its address. */
export { default } from "mermaid";
