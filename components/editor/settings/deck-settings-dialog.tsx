"use client";
import { ThemePictures } from "@/components/editor/settings/theme-pictures";
import { changeDeckSettings, changeDeckStyle } from "@/components/editor/settings/edit-settings";
import { checkDuration, checkLanguage, shownValue } from "@/components/editor/settings/setting-words";
import { useDeck, useSession } from "@/components/editor/session/use-session";
import { ChoiceField } from "@/components/ui/choice-field";
import { Dialog } from "@/components/ui/dialog";
import { DraftArea } from "@/components/ui/draft-area";
import { DraftField } from "@/components/ui/draft-field";
import { Switch } from "@/components/ui/switch";
import { aspectRatios, type Deck } from "@/lib/deck";

/** Settings of the whole deck. Each change is written into the front matter at once, and is one step of undo. */
export function DeckSettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { deck } = useDeck();
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title="Deck settings"
      description="They stand at the top of the text, and every change is one step of undo."
      width="lg"
    >
      <div className="mt-5 flex flex-col gap-6">
        <ThemePictures deck={deck} />
        <LookFields deck={deck} />
        <LineFields deck={deck} />
        <TextFields deck={deck} />
        <StyleField deck={deck} />
      </div>
    </Dialog>
  );
}

interface Fields {
  readonly deck: Deck;
}

const schemes = [
  { value: "theme", label: "The theme's" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "auto", label: "Reader's own" },
] as const;

const ratios = aspectRatios.map((value) => ({ value, label: value }));

const transitions = [
  { value: "none", label: "None" },
  { value: "fade", label: "Fade" },
  { value: "slide", label: "Slide" },
] as const;

function LookFields({ deck }: Fields) {
  const set = useSet();
  const { colorScheme, aspectRatio, transition } = deck.settings;
  // Marp's name for the ratio would hold where ours is taken out.
  const withoutSize = "size" in deck.frontMatter.values ? { size: undefined } : {};
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-4">
      <ChoiceField
        label="Colours"
        value={colorScheme}
        choices={schemes}
        onChange={(value) => set({ colorScheme: value === "theme" ? undefined : value })}
      />
      <ChoiceField
        label="Shape"
        value={aspectRatio}
        choices={ratios}
        onChange={(value) => set({ aspectRatio: value === "16:9" ? undefined : value, ...withoutSize })}
      />
      <ChoiceField
        label="From slide to slide"
        value={transitions.find(({ value }) => value === (transition ?? "fade"))?.value ?? "none"}
        choices={transitions}
        onChange={(value) => set({ transition: value })}
      />
    </div>
  );
}

function LineFields({ deck }: Fields) {
  const set = useSet();
  const { values } = deck.frontMatter;
  const text = (key: string) => shownValue(values[key]);
  const write = (key: string) => (value: string) => set({ [key]: value === "" ? undefined : value });
  return (
    <>
      <div className="flex flex-col gap-3">
        <Switch label="Slide numbers" isOn={values["paginate"] === true} onChange={(isOn) => set({ paginate: isOn ? true : undefined })} />
        <Switch
          label="Line ends are line breaks"
          hint="Off, a line end inside a paragraph is a space."
          isOn={deck.settings.breaks}
          onChange={(isOn) => set({ breaks: isOn ? true : values["marp"] === true ? false : undefined })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <DraftField label="Header" placeholder="Nothing" value={text("header")} onDone={write("header")} />
        <DraftField label="Footer" placeholder="Nothing" value={text("footer")} onDone={write("footer")} />
      </div>
    </>
  );
}

const dividers = [
  { value: "rules", label: "Only at ---" },
  { value: "1", label: "At #" },
  { value: "2", label: "At # and ##" },
] as const;

function TextFields({ deck }: Fields) {
  const set = useSet();
  const { values } = deck.frontMatter;
  const text = (key: string) => shownValue(values[key]);
  const write = (key: string) => (value: string) => set({ [key]: value === "" ? undefined : value });
  const levels = deck.settings.headingDivider.join();
  const divider = dividers.find(({ value }) => value === { "": "rules", "1": "1", "1,2": "2" }[levels]);
  return (
    <>
      <ChoiceField
        label="Where slides begin"
        value={divider?.value ?? "other"}
        choices={divider === undefined ? [...dividers, { value: "other", label: `At levels ${levels}` } as const] : dividers}
        onChange={(value) => (value === "other" ? undefined : set({ headingDivider: value === "rules" ? undefined : Number(value) }))}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <DraftField label="Title" placeholder={deck.title} value={text("title")} onDone={write("title")} />
        <DraftField label="Planned time" placeholder="20m" value={text("duration")} check={checkDuration} onDone={write("duration")} />
        <DraftField label="Language" placeholder="en" value={text("lang")} check={checkLanguage} onDone={write("lang")} />
      </div>
    </>
  );
}

/** CSS on top of the theme, or a theme of one's own. */
function StyleField({ deck }: Fields) {
  const session = useSession();
  return (
    <DraftArea
      label="Your own CSS"
      placeholder={"h2 { color: #b4540a; }"}
      hint="It holds for all slides, on top of the theme. A theme made for Marp or reveal.js can be pasted here: section, :root and .reveal mean the slide. What could fetch from elsewhere or leave the slide is taken out."
      value={deck.settings.style.trim()}
      remark={deck.notices.find(({ code, range }) => code === "css-removed" && range.start < (deck.frontMatter.range?.end ?? 0))?.message}
      onDone={(css) => changeDeckStyle(session, css)}
    />
  );
}

function useSet(): (changes: Readonly<Record<string, unknown>>) => void {
  const session = useSession();
  return (changes) => changeDeckSettings(session, changes);
}
