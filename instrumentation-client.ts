// Runs in the browser before any page's code. zod would try whether it may make functions out of text, which our content security
// policy forbids and browsers report: it goes without. Said where it looks, since most pages never load it.
import type { core } from "zod";

const globals = globalThis as { __zod_globalConfig?: core.$ZodConfig };
globals.__zod_globalConfig = { jitless: true };
