import { expect, test } from "vitest";
import { unreachableWords } from "@/lib/player/drive/words";

test.each(["http://localhost:3000/remote/abc", "http://127.0.0.1/remote/abc", "http://[::1]:3000/remote/abc"])(
  "of %s it is said that a phone can't open it",
  (address) => {
    expect(unreachableWords(address)).toMatch(/^A phone can’t open this address/);
  },
);

test.each(["http://192.168.0.7:3000/remote/abc", "https://slides.example/remote/localhost", "https://localhost.example/remote/abc"])(
  "of %s nothing is said",
  (address) => {
    expect(unreachableWords(address)).toBeUndefined();
  },
);
