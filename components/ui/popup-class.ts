const motion = "transition-[opacity,scale] duration-100 data-starting-style:opacity-0 data-ending-style:opacity-0";

/** What menus, popovers and lists that open share. */
export const popupClass = `origin-(--transform-origin) rounded-lg bg-raised text-text shadow-pop outline-none ${motion} data-starting-style:scale-98 data-ending-style:scale-98`;

export const tooltipClass = `max-w-72 rounded-sm bg-text px-2 py-1 text-xs leading-4 text-page ${motion}`;

export const menuItemClass =
  "flex min-h-8 w-full pointer-coarse:min-h-9 cursor-default items-center gap-2.5 rounded-sm px-2 text-[13px] outline-none select-none data-highlighted:bg-hover " +
  "data-disabled:opacity-45 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-dim";
