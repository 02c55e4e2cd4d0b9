/** Light, dark, or as the system says. */
export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** Read by the server, so that the first paint has the right colours. */
export const themeCookie = "lectern.theme";
const cookieAgeS = 400 * 24 * 3600;

/** The choice in a cookie's value; `system` where it says nothing known. */
export function readThemeChoice(value: string | undefined): ThemeChoice {
  return themeChoices.find((choice) => choice === value) ?? "system";
}

/** What `<html data-theme>` says for a choice; absent for the system's. */
export function themeAttribute(choice: ThemeChoice): "light" | "dark" | undefined {
  return choice === "system" ? undefined : choice;
}

/** The choice that this page shows. */
export function currentThemeChoice(): ThemeChoice {
  return readThemeChoice(document.documentElement.dataset["theme"]);
}

/** Turns the page and remembers the choice in this browser. */
export function chooseTheme(choice: ThemeChoice): void {
  const attribute = themeAttribute(choice);
  if (attribute === undefined) delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = attribute;
  document.cookie = `${themeCookie}=${choice}; path=/; max-age=${cookieAgeS}; samesite=lax`;
}
