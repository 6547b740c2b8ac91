import * as v from "valibot";

/** An answer without a body, or one that nobody looks at. */
export const nothing = v.unknown();
