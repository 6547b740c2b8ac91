import { z } from "zod";

/** An answer without a body, or one that nobody looks at. */
export const nothing = z.unknown();
