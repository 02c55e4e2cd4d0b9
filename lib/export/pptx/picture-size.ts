import type { PictureType } from "@/lib/export/pptx/shapes";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels across and down, as the file itself says; undefined where it does not. */
export function pictureSize(bytes: Uint8Array, type: PictureType): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === "png") return bytes.length < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
  if (type === "gif") return bytes.length < 10 ? undefined : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return jpegSize(view);
}

/** The first frame header (ITU T.81, B.2.2): markers SOF0 to SOF15 but for three that are none. */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return undefined;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
}
