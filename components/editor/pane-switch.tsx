"use client";

export type ShownPane = "write" | "slides";

const names: Readonly<Record<ShownPane, string>> = { write: "Write", slides: "Slides" };

/** Which pane a narrow screen shows. */
export function PaneSwitch({ shown, onShow }: { readonly shown: ShownPane; readonly onShow: (pane: ShownPane) => void }) {
  return (
    <div role="group" aria-label="Shown pane" className="pane-switch">
      {(["write", "slides"] as const).map((pane) => (
        <button key={pane} type="button" aria-pressed={shown === pane} onClick={() => onShow(pane)}>
          {names[pane]}
        </button>
      ))}
    </div>
  );
}
