import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { emailSchema, passwordSchema } from "@/auth/account";
import { hashPassword } from "@/auth/session/password";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { setPassword } from "@/db/queries/users/set-password";
import type { AdminAction } from "./run-action";

const schema = z.object({ email: emailSchema, password: passwordSchema });

export const resetPasswordAction: AdminAction<z.infer<typeof schema>> = {
  schema,
  run: (db, { email, password }) =>
    db.transaction(async (tx) => {
      const user = await getUserByEmail(tx, email);
      if (user === null) throw new ActivityError("not_found", `There is no account for ${email}.`);
      await setPassword(tx, user.id, await hashPassword(password));
      return { user: email };
    }),
};
