"use client";
import { useMemo } from "react";
import { changeSlideSettings } from "@/components/editor/settings/edit-settings";
import { checkClasses, checkDuration } from "@/components/editor/settings/setting-words";
import { useDeck, useSession } from "@/components/editor/session/use-session";
import { slidesNamed } from "@/components/editor/slides/slide-words";
import { SlideView } from "@/components/slides/slide-view";
import { ColorField } from "@/components/ui/color-field";
import { Dialog } from "@/components/ui/dialog";
import { DraftField } from "@/components/ui/draft-field";
import { PictureChoice } from "@/components/ui/picture-choice";
import { Switch } from "@/components/ui/switch";
import {
  applyTextEdits,
  deleteSlides,
  parseDeck,
  renderSlide,
  setSlideSettings,
  slideLayouts,
  type Deck,
  type RenderOptions,
  type SlideLayout,
} from "@/lib/deck";
import { referenceEntry } from "@/lib/deck/reference";

export interface SlideSettingsDialogProps {
  /** The slides, in order. */
  readonly keys: readonly string[];
  readonly onClose: () => void;
}

/** Settings of one slide or several. Each change is written into the slide's text at once, and is one step of undo. */
export function SlideSettingsDialog({ keys, onClose }: SlideSettingsDialogProps) {
  const session = useSession();
  const { deck } = useDeck();
  const indexes = keys.flatMap((key) => session.live.find(key)?.index ?? []);
  const slide = deck.slides[indexes[0] ?? -1];
  const set = (changes: Readonly<Record<string, unknown>>) => changeSlideSettings(session, keys, changes);
  return (
    <Dialog
      isOpen={slide !== undefined}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={keys.length > 1 ? `Settings of ${slidesNamed(indexes).toLowerCase()}` : `Settings of slide ${(indexes[0] ?? 0) + 1}`}
      description={keys.length > 1 ? "What is changed here is written on each of them." : slide?.title}
      width="lg"
    >
      {slide === undefined ? null : (
        <div className="mt-5 flex flex-col gap-6">
          <LayoutPictures
            deck={deck}
            index={indexes[0] ?? 0}
            layout={slide.settings.layout}
            onChange={(layout) => set({ layout: layout === "default" ? undefined : layout })}
          />
          <Switch
            label="Left out of the talk"
            hint="A hidden slide stays in the text and is not shown."
            isOn={slide.settings.hidden}
            onChange={(hidden) => set({ hidden: hidden ? true : undefined })}
          />
          <div className="grid gap-4 sm:grid-cols-3">
            <DraftField
              label="Planned time"
              placeholder="90s"
              value={slide.settings.durationS === undefined ? "" : shownSeconds(slide.settings.durationS)}
              check={checkDuration}
              onDone={(value) => set({ duration: value === "" ? undefined : value })}
            />
            <DraftField
              label="Class"
              placeholder="None"
              value={slide.settings.classes.join(" ")}
              check={checkClasses}
              onDone={(value) => set({ class: value === "" ? undefined : value })}
            />
            <ColorField
              label="Background"
              value={slide.settings.style["background-color"] ?? ""}
              onDone={(value) => set({ backgroundColor: value === "" ? undefined : value })}
            />
          </div>
        </div>
      )}
    </Dialog>
  );
}

interface LayoutPicturesProps {
  readonly deck: Deck;
  readonly index: number;
  readonly layout: SlideLayout;
  readonly onChange: (layout: SlideLayout) => void;
}

/** The slide itself, in every layout. */
function LayoutPictures({ deck, index, layout, onChange }: LayoutPicturesProps) {
  const { render, drawings } = useSession();
  const { settings, css } = deck;
  const highlighters = drawings.highlighters();
  const pictures = useMemo(() => {
    const alone = withNeighbour(deck, index);
    return new Map(slideLayouts.map((one) => [one, inLayout(alone, one, { ...render, highlighters })]));
  }, [deck, index, render, highlighters]);
  return (
    <PictureChoice<SlideLayout>
      label="Layout"
      columns={5}
      value={layout}
      choices={slideLayouts.map((value) => {
        const entry = referenceEntry(`layout-${value}`);
        return { value, label: entry?.title ?? value, hint: entry?.text ?? "" };
      })}
      picture={(value) => <SlideView html={pictures.get(value) ?? ""} settings={settings} css={css} />}
      onChange={onChange}
    />
  );
}

/** The slide with the one before it: all it inherits and uses is with it, and the first slide's own rule is kept from it. */
function withNeighbour(deck: Deck, index: number): Deck {
  const others = deck.slides.flatMap((_, at) => (at === index || at === index - 1 ? [] : [at]));
  return parseDeck(applyTextEdits(deck.source, deleteSlides(deck, others)));
}

/** The last slide's HTML as it would be in a layout. */
function inLayout(deck: Deck, layout: SlideLayout, render: RenderOptions): string {
  const last = deck.slides.length - 1;
  const slide = parseDeck(applyTextEdits(deck.source, setSlideSettings(deck, [last], { layout }))).slides[last];
  return slide === undefined ? "" : renderSlide(slide, render);
}

function shownSeconds(seconds: number): string {
  return seconds % 60 === 0 && seconds > 0 ? `${seconds / 60}m` : `${seconds}s`;
}
