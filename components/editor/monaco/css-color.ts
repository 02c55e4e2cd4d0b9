/** A colour of our tokens as `#rrggbbaa`: Monaco's themes know no OKLCH and no custom properties. */
export type ColorReader = (token: string) => string;

/**
 * Reads custom properties of an element as the browser paints them. A token that is missing or no colour gives
 * transparent black, which is seen at once.
 */
export function createColorReader(element: Element): ColorReader {
  const styles = getComputedStyle(element);
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  return (token) => {
    const value = styles.getPropertyValue(token).trim();
    if (context === null || value === "") return "#00000000";
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = "#00000000";
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue, alpha].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
}

/** The same colour seen through: `alpha` from 0 to 1 times its own. */
export function withAlpha(color: string, alpha: number): string {
  const own = Number.parseInt(color.slice(7, 9) || "ff", 16);
  return color.slice(0, 7) + Math.round(own * alpha).toString(16).padStart(2, "0");
}
