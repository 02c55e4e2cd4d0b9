/** A fault that the person at the terminal can mend: printed as its one sentence, without a stack trace. */
export class CommandError extends Error {
  name = "CommandError";
}

/** What is wrong with a file or folder of this computer, as a sentence; undefined for any other error. */
export function fileSentence({ code, path: file }) {
  const why = file === undefined ? undefined : fileFaults[code];
  return why && `${file} can't be written or read: ${why}.`;
}

const fileFaults = {
  EACCES: "you may not do that there",
  EISDIR: "it is a folder",
  ENOENT: "there is no such folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "what should be a folder is a file",
  EPERM: "you may not do that there",
  EROFS: "nothing can be written there",
};

export function say(sentence) {
  console.log(sentence);
}
