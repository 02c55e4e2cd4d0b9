import type { Monaco } from "@/components/editor/monaco/load-monaco";

/** A provider is registered for a language and not for an editor: it stays as long as any editor of the page uses it. */
export function shareProvider(register: (monaco: Monaco) => { dispose(): void }): (monaco: Monaco) => () => void {
  let users = 0;
  let provider: { dispose(): void } | undefined;
  return (monaco) => {
    if (users++ === 0) provider = register(monaco);
    return () => {
      if (--users === 0) provider?.dispose();
    };
  };
}
