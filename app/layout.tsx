import "@/app/globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { readThemeChoice, themeAttribute, themeCookie } from "@/components/account/theme";
import { UiProviders } from "@/components/ui/providers";
import { fontsUrl } from "@/lib/themes";

export const metadata: Metadata = {
  title: { default: "Lectern", template: "%s · Lectern" },
  description: "Write a technical talk together, in Markdown: text left, slides right, one link to present it.",
  referrer: "same-origin",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#121317" },
  ],
};

/** Reading headers makes every page one of this request: its scripts carry the nonce of its policy. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const theme = readThemeChoice((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={themeAttribute(theme)}>
      <head>
        {/* The very files that slides have outside the app: a slide is as tall here as it will be there. */}
        <link rel="stylesheet" href={fontsUrl} />
      </head>
      <body>
        <UiProviders nonce={nonce}>
          <div className="app-root">{children}</div>
        </UiProviders>
      </body>
    </html>
  );
}
