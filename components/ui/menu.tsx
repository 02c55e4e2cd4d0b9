"use client";
import { Menu as Primitive } from "@base-ui/react/menu";
import { Check, type LucideIcon } from "lucide-react";
import { useState, type ReactElement, type ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { useMenuAct, type MenuActOptions } from "@/components/ui/focus-after-menu";
import { MenuPopup } from "@/components/ui/menu-popup";
import { menuItemClass } from "@/components/ui/popup-class";

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly align?: "start" | "center" | "end";
  readonly side?: "top" | "bottom";
  readonly className?: string;
  /** Nothing in it can be done now: it does not open, and closes where it is open. */
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** A menu that a button opens. */
export function Menu({ trigger, align = "start", side = "bottom", className, isDisabled = false, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen && isDisabled) setOpen(false);
  return (
    <Primitive.Root modal={false} open={isOpen} onOpenChange={setOpen}>
      <Primitive.Trigger render={trigger} disabled={isDisabled} />
      <MenuPopup align={align} side={side} sideOffset={6} className={className}>
        {children}
      </MenuPopup>
    </Primitive.Root>
  );
}

interface ItemLook {
  readonly icon?: LucideIcon;
  /** A second line under the words. */
  readonly hint?: string;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly children: ReactNode;
}

export interface MenuItemProps extends ItemLook, MenuActOptions {
  readonly onClick: () => void;
  readonly isDangerous?: boolean;
  readonly disabled?: boolean;
}

export function MenuItem({ onClick, isDangerous = false, disabled = false, isAfterMenu = false, ...look }: MenuItemProps) {
  const act = useMenuAct(onClick, { isAfterMenu });
  return (
    <Primitive.Item
      onClick={act}
      disabled={disabled}
      className={classNames(menuItemClass, look.hint !== undefined && "py-1.5", isDangerous && "text-danger-text [&>svg]:text-danger-text")}
    >
      <ItemWords {...look} />
    </Primitive.Item>
  );
}

export interface MenuLinkProps extends ItemLook {
  readonly href: string;
  /** The answer is a file for this device, not a page. */
  readonly isDownload?: boolean;
  readonly onClick?: () => void;
}

export function MenuLink({ href, isDownload = false, onClick, ...look }: MenuLinkProps) {
  return (
    <Primitive.LinkItem
      href={href}
      download={isDownload ? "" : undefined}
      onClick={onClick}
      closeOnClick
      className={classNames(menuItemClass, look.hint !== undefined && "py-1.5")}
    >
      <ItemWords {...look} />
    </Primitive.LinkItem>
  );
}

export interface MenuCheckProps extends ItemLook {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off. */
export function MenuCheck({ isOn, onChange, ...look }: MenuCheckProps) {
  return (
    <Primitive.CheckboxItem checked={isOn} onCheckedChange={onChange} closeOnClick className={menuItemClass}>
      <ItemWords {...look} />
      <Check className={isOn ? undefined : "invisible"} aria-hidden="true" />
    </Primitive.CheckboxItem>
  );
}

function ItemWords({ icon: Icon, hint, keys, children }: ItemLook) {
  return (
    <>
      {Icon === undefined ? null : <Icon aria-hidden="true" />}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {hint === undefined ? null : <span className="block text-xs leading-4 text-dim">{hint}</span>}
      </span>
      {keys === undefined ? null : <kbd className="pl-6 font-sans text-xs text-dim pointer-coarse:hidden">{keys}</kbd>}
    </>
  );
}
