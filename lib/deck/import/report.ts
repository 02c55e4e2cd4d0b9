import type { SourceLine } from "./source-lines";

/** Names something of a line that was not converted; the code without `import-`. */
export type Report = (code: string, message: string, line: SourceLine) => void;
