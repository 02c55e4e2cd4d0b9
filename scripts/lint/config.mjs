import { pathsOf, rooms } from "./layers.mjs";

/** What text can do to a computer must not hang on the computer: the deck language is pure. */
const impureGlobals = ["window", "document", "process", "fetch", "localStorage", "navigator", "setTimeout", "setInterval"];

/** The linter's whole configuration; `.oxlintrc.json` is this as JSON, since Node 20 can't load a TypeScript config. */
export function lintConfig() {
  return {
    plugins: ["typescript", "unicorn", "oxc", "import", "react", "jsx-a11y", "promise", "vitest"],
    categories: { correctness: "error", suspicious: "off", pedantic: "off", style: "off", restriction: "off" },
    ignorePatterns: [
      "lib/db/generated/**",
      "lib/themes/generated.ts",
      "lib/stage/generated-math.ts",
      "lib/stage/generated-packages.ts",
      "build/**",
      "data/**",
      ".next/**",
      "next-env.d.ts",
    ],
    rules: {
      "max-lines": ["error", { max: 300 }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      "no-var": "error",
      "prefer-const": "error",
      "import/no-cycle": "error",
      "typescript/no-explicit-any": "error",
      "typescript/ban-ts-comment": "error",
      "typescript/no-non-null-assertion": "error",
      "typescript/consistent-type-imports": "error",
      "typescript/no-floating-promises": "error",
      "typescript/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "typescript/await-thenable": "error",
      "typescript/switch-exhaustiveness-check": "error",
      "typescript/require-array-sort-compare": ["error", { ignoreStringArrays: true }],
      // Ours are plain objects of functions: none has a `this`.
      "typescript/unbound-method": "off",
      // Yjs' texts have a toString that the rule doesn't see.
      "typescript/no-base-to-string": "off",
      // Code points are what names and titles are cut by.
      "typescript/no-misused-spread": "off",
      // A sanitised slide is HTML by nature; every other place would show in review.
      "react/no-danger": "error",
      "vitest/no-focused-tests": "error",
      "vitest/no-conditional-tests": "off",
      "vitest/require-mock-type-parameters": "off",
      // A second argument says which row of a table failed; set-up files hold expectations for every test.
      "vitest/valid-expect": ["error", { maxArgs: 2 }],
      "vitest/no-standalone-expect": "off",
      // Listeners may leave while they are told: loops over a copy are meant.
      "unicorn/no-useless-spread": "off",
      // Node's callbacks are promisified where it matters; a queue that goes on after a promise is no callback.
      "promise/no-callback-in-promise": "off",
      // What an effect opens (a connection, a local document) is state; what it scrolls is the page's, not React's.
      "react/set-state-in-effect": "off",
      "react/immutability": "off",
      "jsx-a11y/prefer-tag-over-role": "off",
      "jsx-a11y/no-autofocus": "off",
      // A region that scrolls has to be reachable by keyboard.
      "jsx-a11y/no-noninteractive-tabindex": "off",
      // Clicks on a slide only repeat what the text pane's keys do.
      "jsx-a11y/no-static-element-interactions": "off",
      "jsx-a11y/click-events-have-key-events": "off",
      "jsx-a11y/no-noninteractive-element-interactions": "off",
    },
    overrides: [
      ...rooms.map(overrideOf),
      {
        files: ["lib/deck/**"],
        rules: {
          "no-restricted-globals": ["error", ...impureGlobals],
          "no-restricted-properties": [
            "error",
            { object: "Date", property: "now", message: "Time comes in as an argument." },
            { object: "Math", property: "random", message: "Randomness comes in as an argument." },
          ],
        },
      },
    ],
  };
}

/** One override a room: nothing of the project may be imported but what the room may. */
function overrideOf(room) {
  const allowed = room.may.map((name) => rooms.find((other) => other.name === name)).filter((other) => other !== undefined);
  const exceptions = [...pathsOf(room, { inside: true }), ...allowed.flatMap((other) => pathsOf(other, { inside: false }))];
  // A folder's rule would also close what a later folder of the same name's list opens: the most special comes last.
  const group = ["@/**", ...exceptions.map((path) => `!${path}`)];
  if (!room.may.includes("client") && !room.may.includes("components")) group.push("../**");
  const message = `The room ${room.name} may import ${room.may.length === 0 ? "nothing of the other rooms" : room.may.join(", ")}; see scripts/lint/layers.mjs.`;
  return { files: room.files, rules: { "no-restricted-imports": ["error", { patterns: [{ group: [...new Set(group)], message }] }] } };
}
