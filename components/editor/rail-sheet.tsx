"use client";
import { PanelLeft } from "lucide-react";
import { useState } from "react";
import { Rail } from "@/components/editor/rail/rail";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet } from "@/components/ui/sheet";

/** The rail on a narrow screen: a sheet that a button opens and a choice closes. */
export function RailSheet() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton label="All slides" icon={PanelLeft} hasTooltip={false} aria-expanded={isOpen} onClick={() => setOpen(true)} />
      <Sheet title="Slides" isOpen={isOpen} onOpenChange={setOpen}>
        <div className="editor rail-in-sheet">
          <Rail isSheet onChoose={() => setOpen(false)} />
        </div>
      </Sheet>
    </>
  );
}
