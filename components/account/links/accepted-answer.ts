import { z } from "zod";

/** What the API answers to everybody who asks for a mail. */
export const acceptedAnswer = z.object({ status: z.literal("accepted") });
