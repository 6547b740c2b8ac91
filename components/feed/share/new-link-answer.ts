import { z } from "zod";

/** What the API answers when a link was made. `url` is given this once. */
export const newLinkAnswer = z.object({ url: z.string() });
