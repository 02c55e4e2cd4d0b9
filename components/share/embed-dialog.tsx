"use client";
import { Copy } from "lucide-react";
import { useState } from "react";
import { useCopyLink } from "@/components/share/use-copy-link";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/choice-field";
import { Dialog, DialogActs } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { embedCode, embedUrl, type EmbedChoices } from "@/lib/api/embed";
import type { DeckLink } from "@/lib/api/links";

export interface EmbedDialogProps {
  readonly link: Extract<DeckLink, { kind: "public" }>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The code that shows the slides inside another page: what it will look like there, what can be chosen, and Copy. */
export function EmbedDialog({ isOpen, onClose, link }: EmbedDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onClose}
      width="xl"
      title="Embed the slides"
      description="For a blog, a wiki or a course: paste this code where the slides should stand. They stay as up to date as the link."
    >
      <Embed link={link} />
    </Dialog>
  );
}

const views = [
  { value: "slides", label: "Slides" },
  { value: "read", label: "Text to scroll" },
] as const;

function Embed({ link }: Pick<EmbedDialogProps, "link">) {
  const copy = useCopyLink();
  const [view, setView] = useState<"slides" | "read">("slides");
  const [slide, setSlide] = useState("1");
  const [hasControls, setControls] = useState(true);
  const [isPlaying, setPlaying] = useState(false);
  const [seconds, setSeconds] = useState("8");
  const [isLoop, setLoop] = useState(true);
  const choices: EmbedChoices = {
    view,
    slide: wholeIn(slide, { least: 1, most: 9_999, otherwise: 1 }),
    hasControls,
    autoplayS: isPlaying ? wholeIn(seconds, { least: 1, most: 3_600, otherwise: 8 }) : undefined,
    isLoop,
  };
  const code = embedCode({ url: link.url, title: link.label ?? "Slides", ...choices });
  return (
    <>
      <div className="mt-5 grid gap-6 sm:grid-cols-[minmax(0,1fr)_260px]">
        <div className="min-w-0">
          <div className={`overflow-hidden rounded-md bg-sunken shadow-[0_0_0_1px_var(--line)] ${view === "read" ? "h-[360px]" : "aspect-video"}`}>
            {/* By its path: the preview is of this site, whatever name it is published under. */}
            <iframe title="Preview" src={embedUrl(new URL(link.url).pathname, { ...choices, isPreview: true })} className="size-full border-0" />
          </div>
          <textarea
            readOnly
            aria-label="Code to embed"
            rows={4}
            value={code}
            spellCheck={false}
            onFocus={(event) => event.currentTarget.select()}
            className="mt-3 block field-sizing-content w-full resize-none rounded-sm bg-sunken px-3 py-2.5 font-mono text-xs leading-5 break-all text-dim outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)]"
          />
        </div>
        <div className="flex flex-col gap-5">
          <ChoiceField label="Show" value={view} choices={views} onChange={setView} />
          <TextField label="Begin at slide" name="slide" type="number" min={1} inputMode="numeric" value={slide} onValueChange={setSlide} />
          {view === "read" ? null : (
            <>
              <Switch label="Buttons" hint="Back, next, full screen." isOn={hasControls} onChange={setControls} />
              <Switch label="Go on by itself" hint="Until its reader takes over." isOn={isPlaying} onChange={setPlaying} />
              {isPlaying ? (
                <>
                  <TextField
                    label="Seconds a slide"
                    name="seconds"
                    type="number"
                    min={1}
                    inputMode="numeric"
                    value={seconds}
                    onValueChange={setSeconds}
                  />
                  <Switch label="Begin again after the last" isOn={isLoop} onChange={setLoop} />
                </>
              ) : null}
            </>
          )}
        </div>
      </div>
      <DialogActs>
        <Button variant="primary" onClick={() => void copy(code, { said: "The code is copied." })}>
          <Copy aria-hidden="true" />
          Copy code
        </Button>
      </DialogActs>
    </>
  );
}

/** What somebody is typing: a number within its bounds at every moment. */
function wholeIn(text: string, { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number }): number {
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) ? otherwise : Math.min(most, Math.max(least, number));
}
