/** Monaco with the parts we chose, bundled by `scripts/assets/packages.mjs`; the editor loads it by its address. */
import "@/components/editor/monaco/features";
export * from "monaco-editor/editor";
