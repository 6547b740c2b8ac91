import { z } from "zod";
import { invalid } from "@/activity/errors";
import { storableText } from "@/activity/text";
import { nameSchema } from "@/auth/account";
import { addIntegration } from "@/auth/add-integration";
import { env } from "@/env";
import { getIntegrationSource, INTEGRATION_SOURCES } from "@/ingest/integrations";
import { requireTeam } from "./require-team";
import type { AdminAction } from "./run-action";

const schema = z.object({
  team: z.string(),
  provider: z.string(),
  secret: storableText(512).optional(),
  name: nameSchema.optional(),
});

export const createIntegrationAction: AdminAction<z.infer<typeof schema>> = {
  schema,
  run: async (db, { team: slug, provider, secret, name }) => {
    const source = getIntegrationSource(provider);
    if (source === null) {
      const known = INTEGRATION_SOURCES.map((each) => each.provider).join(", ");
      throw invalid(["--provider"], `must be one of: ${known}`);
    }
    const team = await requireTeam(db, slug);
    const added = await addIntegration(db, team.id, {
      provider,
      name: name ?? source.label,
      secret,
      secretFrom: source.setup.secretFrom,
    });
    const origin = env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
    return {
      id: added.id,
      url: new URL(`/api/webhooks/${added.id}`, origin).href,
      ...(added.secret === null ? {} : { secret: added.secret }),
    };
  },
};
