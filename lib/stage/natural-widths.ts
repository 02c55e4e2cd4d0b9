/** An element's tag with its attributes, as the printer writes them: whatever else looks so has its brackets escaped. */
const tag = /<([\w-]+)(?:\s[\w:-]+(?:="[^"]*")?)+>/g;
const imageAddress = / src="(\/[^"?]+\?w=(\d+)&amp;of=(\d+))"/;
/** A picture inside the document has its data once: no browser that reads `srcset` asks for `src`. */
const imageData = / src="data:image\/webp;w=(\d+);of=(\d+);base64,([^"]*)"/;
const poster = / poster="[^"]*"/g;
const styleAttribute = / style="[^"]*"/g;
const styleElement = /<style>[\s\S]*?<\/style>/g;
const size = /\?w=\d+&(?:amp;)?of=\d+/g;
const cssAddress = /url\(((?:[^()\\]|\\.)*?\?w=(\d+)&(?:amp;)?of=(\d+)(?:"|&quot;)?)\)/g;
const cssData = /url\(data:image\/webp;w=(\d+);of=(\d+);base64,([^)]*)\)/g;

/**
 * A slide's HTML in which a picture that comes in another width than its own (`lib/api/picture-sizes.ts`) has the size of the
 * whole one: by the only address that `srcset` offers, and how wide it is to be. So a slide is laid out alike wherever it is
 * shown. In CSS it is told so by the pixels that it has for each of the slide's. A film's picture comes whole.
 */
export function keepNaturalWidths(html: string): string {
  if (!html.includes("&of=") && !html.includes(";of=")) return html;
  return html
    .replace(tag, (written, name: string) =>
      keepInImage(written, name)
        .replace(poster, (attribute) => attribute.replace(size, ""))
        .replace(styleAttribute, keepInCss),
    )
    .replace(styleElement, keepInCss);
}

function keepInImage(written: string, name: string): string {
  if (name !== "img") return written;
  return written
    .replace(imageAddress, (src, address: string, width: string, of: string) => `${src} srcset="${address} ${width}w" sizes="${of}px"`)
    .replace(
      imageData,
      (_, width: string, of: string, data: string) => ` src="data:," srcset="data:image/webp;base64,${data} ${width}w" sizes="${of}px"`,
    );
}

function keepInCss(css: string): string {
  return css
    .replace(cssAddress, (_, address: string, width: string, of: string) => imageSet(address, width, of))
    .replace(cssData, (_, width: string, of: string, data: string) => imageSet(`data:image/webp;base64,${data}`, width, of));
}

/** Also of what fills its place however large it is, to which that is nothing. */
function imageSet(address: string, width: string, of: string): string {
  return `image-set(url(${address}) ${(Number(width) / Number(of)).toFixed(5)}x)`;
}
