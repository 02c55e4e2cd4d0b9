"use client";
import { Menu as Primitive } from "@base-ui/react/menu";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { ActFocus, useFocusAfterMenu } from "@/components/ui/focus-after-menu";
import { popupClass } from "@/components/ui/popup-class";

export interface MenuPopupProps extends Pick<ComponentProps<typeof Primitive.Positioner>, "anchor" | "align" | "side" | "sideOffset"> {
  /** Its name, where no button gives it one. */
  readonly label?: string;
  /** What takes the focus when it closes, where that is not its button. */
  readonly focusAfter?: () => HTMLElement | null | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The panel that a menu's items are in, whatever opens it. */
export function MenuPopup({ label, focusAfter, className, children, ...place }: MenuPopupProps) {
  const { wish, finalFocus } = useFocusAfterMenu(focusAfter);
  return (
    <Primitive.Portal>
      <Primitive.Positioner {...place} collisionPadding={8} className="z-50 outline-none">
        <Primitive.Popup
          aria-label={label}
          finalFocus={finalFocus}
          className={classNames(popupClass, "max-h-(--available-height) max-w-(--available-width) min-w-52 overflow-y-auto p-1", className)}
        >
          <ActFocus value={wish}>{children}</ActFocus>
        </Primitive.Popup>
      </Primitive.Positioner>
    </Primitive.Portal>
  );
}
