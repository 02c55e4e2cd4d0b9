/** Pictures for the examples, drawn here: none is fetched from anywhere. 1200 by 800. */
const drawings: Readonly<Record<string, string>> = {
  "harbour.jpg":
    `<linearGradient id="s" x2="0" y2="1"><stop stop-color="#f7d9a8"/><stop offset=".55" stop-color="#f0a06c"/><stop offset="1" stop-color="#c8604f"/></linearGradient>` +
    `<linearGradient id="w" x2="0" y2="1"><stop stop-color="#b9605a"/><stop offset="1" stop-color="#3b3558"/></linearGradient>` +
    `<path fill="url(#s)" d="M0 0h1200v500H0z"/><circle cx="770" cy="430" r="92" fill="#fff1cf"/>` +
    `<path fill="#7d4f63" d="M0 470c160-60 250-90 400-50 130 34 230 50 360 30 150-24 280-60 440-10v60H0z"/>` +
    `<path fill="url(#w)" d="M0 500h1200v300H0z"/><path fill="#ffe3b0" opacity=".55" d="M700 520h140l-20 22H720zm-40 50h220l-30 18H690zm-30 60h280l-50 20H680z"/>` +
    `<g fill="#2b2740"><path d="M170 610h280l-40 62H210z"/><path d="M300 600V300l-6 0v300zM310 320l120 260H310zM286 350 190 580h96z"/><path d="M880 560h180l-26 40H906z"/><path d="M966 552V360l-4 0v192zM972 372l76 168h-76zM956 392l-60 148h60z"/></g>`,
  "mountains.jpg":
    `<linearGradient id="s" x2="0" y2="1"><stop stop-color="#7fa7c9"/><stop offset="1" stop-color="#e6eef2"/></linearGradient>` +
    `<path fill="url(#s)" d="M0 0h1200v800H0z"/><circle cx="930" cy="170" r="62" fill="#fdf6e0"/>` +
    `<path fill="#9fb8c9" d="M0 470 170 300l90 80 190-220 210 250 120-110 190 190 110-90 120 110v290H0z"/>` +
    `<path fill="#fff" opacity=".8" d="m450 160 92 110-40-14-32 34-30-40-42 22z"/>` +
    `<path fill="#5f8398" d="M0 590 210 420l140 120 170-190 220 230 160-150 300 230v140H0z"/>` +
    `<path fill="#2f5060" d="M0 690c150-80 280-100 430-50s260 70 400 20 260-60 370 0v140H0z"/>` +
    `<g fill="#1f3844"><path d="m120 690 30-90 30 90zm70 10 24-76 24 76zm720 0 34-104 34 104zm86 14 26-84 26 84z"/></g>`,
  "city.jpg":
    `<linearGradient id="s" x2="0" y2="1"><stop stop-color="#1b2447"/><stop offset="1" stop-color="#8a5a8c"/></linearGradient>` +
    `<path fill="url(#s)" d="M0 0h1200v800H0z"/><circle cx="240" cy="160" r="54" fill="#f6e9c9"/>` +
    `<path fill="#3a3765" d="M0 800V470h120v-80h90v150h80V330h130v210h70V410h110v130h80V280h120v260h90V430h100v110h70V370h80v430z"/>` +
    `<path fill="#1a1a38" d="M0 800V600h170v-90h120v150h100V560h150v120h110V500h140v170h90V580h160v100h160v120z"/>` +
    `<g fill="#ffd98a"><path d="M200 550h18v22h-18zm36 0h18v22h-18zm-36 44h18v22h-18zm0 44h18v22h-18zm236-40h18v22h-18zm40 0h18v22h-18zm-40 50h18v22h-18zm246-100h18v22h-18zm40 0h18v22h-18zm0 48h18v22h-18zm-40 96h18v22h-18zm272-36h18v22h-18zm44 0h18v22h-18zm-44 46h18v22h-18zM40 650h18v22H40zm44 40h18v22H84z"/></g>`,
};

/** A moment of silence, so that a player has something to play: WAV, 8 bits, 8 kHz. */
const silence = "data:audio/wav;base64,UklGRiwAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQgAAACAgICAgICAgA==";

/** The picture or recording of an example by its path, as a data address; undefined where examples have none of that name. */
export function examplePicture(path: string): string | undefined {
  if (path.endsWith(".mp3")) return silence;
  const drawing = drawings[path];
  if (drawing === undefined) return undefined;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800" preserveAspectRatio="xMidYMid slice">${drawing}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
