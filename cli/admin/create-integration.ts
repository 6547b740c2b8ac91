import { z } from "zod";
import { invalid } from "@/activity/errors";
import { findPreset, GENERIC_PRESETS } from "@/activity/generic/presets";
import { storableText } from "@/activity/storable-text";
import { nameSchema } from "@/auth/account";
import { addIntegration } from "@/auth/add-integration";
import { env } from "@/env";
import { getIntegrationSource, INTEGRATION_SOURCES } from "@/ingest/integrations";
import { GENERIC_PROVIDER } from "@/ingest/integrations/generic";
import { requireTeam } from "./require-team";
import type { AdminAction } from "./run-action";

const schema = z.object({
  team: z.string(),
  provider: z.string(),
  preset: z.string().optional(),
  secret: storableText(512).optional(),
  name: nameSchema.optional(),
});

export const createIntegrationAction: AdminAction<z.infer<typeof schema>> = {
  schema,
  run: async (db, { team: slug, provider, preset: key, secret, name }) => {
    const source = getIntegrationSource(provider);
    if (source === null) {
      const known = INTEGRATION_SOURCES.map((each) => each.provider).join(", ");
      throw invalid(["--provider"], `must be one of: ${known}`);
    }
    const preset = findPreset(key);
    if (key !== undefined && (preset === null || provider !== GENERIC_PROVIDER)) {
      const known = GENERIC_PRESETS.map((each) => each.key).join(", ");
      throw invalid(["--preset"], `must be, with --provider ${GENERIC_PROVIDER}, one of: ${known}`);
    }
    const team = await requireTeam(db, slug);
    const added = await addIntegration(db, team.id, {
      provider,
      name: name ?? preset?.label ?? source.label,
      secret,
      secretFrom: (preset ?? source.setup).secretFrom,
      config: preset?.config,
    });
    const origin = env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
    return {
      id: added.id,
      url: new URL(`/api/webhooks/${added.id}`, origin).href,
      ...(added.secret === null ? {} : { secret: added.secret }),
    };
  },
};
