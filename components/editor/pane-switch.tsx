"use client";
import { Choice } from "@/components/ui/choice";

export type ShownPane = "write" | "slides";

const panes = [
  { value: "write", label: "Write" },
  { value: "slides", label: "Slides" },
] as const;

/** Which pane a narrow screen shows. */
export function PaneSwitch({ shown, onShow }: { readonly shown: ShownPane; readonly onShow: (pane: ShownPane) => void }) {
  return <Choice label="Shown pane" value={shown} choices={panes} onChange={onShow} className="flex-1" />;
}
