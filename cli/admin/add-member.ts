import { z } from "zod";
import { emailSchema, ensureUser, nameSchema, passwordSchema } from "@/auth/account";
import { addMember } from "@/db/queries/teams/add-member";
import { ROLES } from "@/db/schema";
import { requireTeam } from "./require-team";
import type { AdminAction } from "./run-action";

const schema = z.object({
  team: z.string(),
  email: emailSchema,
  password: passwordSchema.optional(),
  name: nameSchema.optional(),
  role: z.enum(ROLES),
});

export const addMemberAction: AdminAction<z.infer<typeof schema>> = {
  schema,
  run: (db, { team: slug, email, password, name, role }) =>
    db.transaction(async (tx) => {
      const team = await requireTeam(tx, slug);
      const userId = await ensureUser(tx, { email, password, name });
      await addMember(tx, team.id, userId, role);
      return { member: email };
    }),
};
