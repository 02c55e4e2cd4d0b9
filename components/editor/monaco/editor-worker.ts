/** Monaco's worker as a module of ours: same origin, so that the page's policy needs no `blob:`. */
import "monaco-editor/editor/editor.worker";
