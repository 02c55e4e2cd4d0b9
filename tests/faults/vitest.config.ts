import path from "node:path";
import { z } from "zod";
import { mergeConfig } from "vitest/config";
// By their places: this is read before `@/` means anything.
import config from "../../vitest.config";
import { plantInVite } from "./planting";
import { createReporter } from "./report";

const { FAULTS_REPORT } = z.object({ FAULTS_REPORT: z.string() }).parse(process.env);

// The project's own tests, with the fault that FAULT names in what they import.
export default mergeConfig(config, {
  plugins: plantInVite(),
  test: { reporters: [createReporter(path.resolve(FAULTS_REPORT))] },
});
