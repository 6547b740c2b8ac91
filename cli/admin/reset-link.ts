import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { emailSchema } from "@/auth/account";
import { issueLink } from "@/auth/links/sign-in-link";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { env } from "@/env";
import type { AdminAction } from "./run-action";

const schema = z.object({ email: emailSchema });

export const resetLinkAction: AdminAction<z.infer<typeof schema>> = {
  schema,
  run: async (db, { email }) => {
    const user = await getUserByEmail(db, email);
    if (user === null) throw new ActivityError("not_found", `There is no account for ${email}.`);
    const { path, expiresAt } = await issueLink(db, user.id, "reset");
    const origin = env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
    return { url: new URL(path, origin).href, expiresAt: expiresAt.toISOString() };
  },
};
