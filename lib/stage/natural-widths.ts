/** An element's tag with its attributes, as the printer writes them: whatever else looks so has its brackets escaped. */
const tag = /<([\w-]+)(?:\s[\w:-]+(?:="[^"]*")?)+>/g;
const imageAddress = / src="((\/[^"?]+)\?w=(\d+)&amp;of=(\d+))"/;
/** A picture inside the document has its data once: no browser that reads `srcset` asks for `src`. */
const imageData = / src="data:image\/webp;w=(\d+);of=(\d+);base64,([^"]*)"/;
const otherAddress = / (?:style|poster)="[^"]*"/g;
const styleElement = /<style>[\s\S]*?<\/style>/g;
const size = /\?w=\d+&(?:amp;)?of=\d+/g;
const isCovering = /background-size:(?:cover|contain)/;

/**
 * A slide's HTML in which a picture that comes in another width than its own (`lib/api/picture-sizes.ts`) has the size of the
 * whole one: by the only address that `srcset` offers, and how wide it is to be. So a slide is laid out alike wherever it is
 * shown. A background in CSS can't be told so: it comes whole, unless it fills its place however large it is.
 */
export function keepNaturalWidths(html: string): string {
  if (!html.includes("&of=") && !html.includes(";of=")) return html;
  return html
    .replace(tag, (written, name: string) => {
      if (name === "img" && imageAddress.test(written)) {
        return written.replace(
          imageAddress,
          (src, address: string, _path, width: string, of: string) => `${src} srcset="${address} ${width}w" sizes="${of}px"`,
        );
      }
      if (name === "img" && imageData.test(written)) {
        return written.replace(
          imageData,
          (_, width: string, of: string, data: string) => ` src="data:," srcset="data:image/webp;base64,${data} ${width}w" sizes="${of}px"`,
        );
      }
      return written.replace(otherAddress, (attribute) => (isCovering.test(attribute) ? attribute : attribute.replace(size, "")));
    })
    .replace(styleElement, (css) => css.replace(size, ""));
}
