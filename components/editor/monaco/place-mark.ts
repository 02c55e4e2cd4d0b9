import type { CodeEditor, Monaco } from "@/components/editor/monaco/load-monaco";

/** A mark in the text where something would be dropped. */
export interface PlaceMark {
  set(offset: number | undefined): void;
}

/** No mark yet. */
export function createPlaceMark(monaco: Monaco, target: CodeEditor): PlaceMark {
  const marks = target.createDecorationsCollection();
  return {
    set: (offset) => {
      const position = offset === undefined ? undefined : target.getModel()?.getPositionAt(offset);
      if (position === undefined) marks.clear();
      else marks.set([{ range: monaco.Range.fromPositions(position), options: { className: "drop-place", showIfCollapsed: true } }]);
    },
  };
}
