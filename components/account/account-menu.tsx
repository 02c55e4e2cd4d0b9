"use client";
import { KeyRound, LayoutGrid, LogIn, LogOut, PenLine, UserRound, UserRoundPlus, UsersRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { NameDialog } from "@/components/account/name-dialog";
import { PersonAvatar } from "@/components/account/person-avatar";
import { ThemeMenu } from "@/components/account/theme-menu";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import { MenuLine } from "@/components/ui/menu-parts";
import { sentenceOf } from "@/components/ui/sentence-of";
import { useToast } from "@/components/ui/toast";
import type { Me } from "@/lib/api/account";
import { signOut } from "@/lib/api/client";
import { namelessGuest } from "@/lib/collab/protocol/person-name";

export interface AccountMenuProps {
  readonly me: Me;
  /** The name of its button. */
  readonly label?: string;
}

/** Who I am here: my name, my account, light or dark. */
export function AccountMenu({ me, label = "Account" }: AccountMenuProps) {
  const [isNaming, setNaming] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const leave = useSignOut();
  const trigger = (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="relative flex rounded-full pointer-coarse:after:absolute pointer-coarse:after:-inset-1.5"
    >
      <PersonAvatar id={me.id} name={me.name} />
    </button>
  );
  return (
    <>
      <Menu align="end" className="w-64" trigger={trigger}>
        <div className="px-2 pt-2 pb-2.5">
          <p className="truncate font-medium">{me.name || namelessGuest}</p>
          <p className="truncate text-[13px] text-dim">{me.email ?? "Guest in this browser"}</p>
        </div>
        <MenuLine />
        <MenuLink icon={LayoutGrid} href="/decks">
          Your decks
        </MenuLink>
        <MenuLink icon={UserRound} href="/account">
          Account
        </MenuLink>
        <MenuLink icon={UsersRound} href="/teams">
          Teams
        </MenuLink>
        <MenuItem icon={PenLine} onClick={() => setNaming(true)}>
          {me.name === "" ? "Choose a name" : "Change your name"}
        </MenuItem>
        {me.isGuest ? (
          <GuestWays />
        ) : (
          <MenuLink icon={KeyRound} href="/account/tokens">
            API tokens
          </MenuLink>
        )}
        <MenuItem icon={LogOut} onClick={() => (me.isGuest ? setLeaving(true) : void leave())}>
          Sign out
        </MenuItem>
        <MenuLine />
        <ThemeMenu />
      </Menu>
      <NameDialog me={me} isOpen={isNaming} onOpenChange={setNaming} />
      <ConfirmDialog
        isOpen={isLeaving}
        onOpenChange={setLeaving}
        title="Leave your decks behind?"
        sentence="You are a guest: this browser is the only way to your decks. Sign up first, and they come along."
        act="Sign out anyway"
        isDangerous
        onConfirm={() => void leave()}
      />
    </>
  );
}

function GuestWays() {
  return (
    <>
      <MenuLink icon={UserRoundPlus} href="/signup" hint="Your decks come along">
        Sign up
      </MenuLink>
      <MenuLink icon={LogIn} href="/login">
        Sign in
      </MenuLink>
    </>
  );
}

function useSignOut(): () => Promise<void> {
  const router = useRouter();
  const say = useToast();
  return async () => {
    try {
      await signOut();
      router.push("/");
      router.refresh();
    } catch (error) {
      say(sentenceOf(error), { tone: "error" });
    }
  };
}
