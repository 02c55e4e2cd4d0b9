import fc from "fast-check";
import { z } from "zod";

/**
 * The gate says the same of the same code twice: properties run on the same cases until somebody asks for others. What
 * others show becomes a test of its own.
 */
const seed = z.coerce.number().int().or(z.literal("random")).default(20_261_130).parse(process.env["SEED"]);

if (seed !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
