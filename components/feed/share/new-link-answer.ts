import * as v from "valibot";

/** What the API answers when a link was made. `url` is given this once. */
export const newLinkAnswer = v.object({ url: v.string() });
