"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { chooseTheme, currentThemeChoice, type ThemeChoice } from "@/components/account/theme";
import { MenuChoice } from "@/components/ui/menu-parts";

const choices = [
  { value: "system", label: "As the system", icon: Monitor },
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
] as const satisfies readonly { value: ThemeChoice; label: string; icon: unknown }[];

/** Light or dark, as a part of a menu. Menus draw their inside only when opened, so the document is there. */
export function ThemeMenu() {
  const [choice, setChoice] = useState(currentThemeChoice);
  return (
    <MenuChoice
      label="Theme"
      value={choice}
      choices={choices}
      onChange={(next) => {
        chooseTheme(next);
        setChoice(next);
      }}
    />
  );
}
