import { z } from "zod";
import { invalid } from "@/activity/errors";
import { DEFAULT_GENERIC_CONFIG, type GenericConfig, genericConfigSchema } from "@/activity/generic/generic-config";
import { findPreset, GENERIC_PRESETS } from "@/activity/generic/presets";
import { nameSchema } from "@/auth/account";
import { GENERIC_PROVIDER } from "@/ingest/integrations/generic";
import { parseWith } from "../read-json";

/** A secret that a sender made up, as it is pasted: without the blanks around it. */
const secretSchema = z.string().trim().min(1).max(1_000);

/** Longest body with settings, bytes. */
export const CONFIG_BYTES = 131_072;
/** Checked once it is known that the provider takes settings. */
const unchecked = z.unknown().optional();
const configField = genericConfigSchema.optional().describe("For the provider `generic` alone");

/** The same before its settings are checked. */
export const newFields = z.strictObject({
  provider: z.string().max(100),
  name: nameSchema.optional(),
  secret: secretSchema
    .optional()
    .describe(
      "What the sender signs with. Without it we make one up; where the sender does, there is none until `rotate`",
    ),
  preset: z
    .enum(GENERIC_PRESETS.map(({ key }) => key))
    .optional()
    .describe("In the place of `config`: the settings of a service that is known"),
  config: unchecked,
});

/** What a new integration is asked for with. */
export const newIntegrationSchema = newFields.extend({ config: configField });

/** The same before its settings are checked. */
export const changedFields = z.strictObject({ name: nameSchema.optional(), config: unchecked });

/** What an integration is changed with. */
export const changeIntegrationSchema = changedFields.extend({ config: configField });

/** Settings as they were sent, for a provider that takes some. Throws `invalid_request` with the path of what is wrong, as `config.event.message`. */
export function parseConfig(provider: string, config: unknown): GenericConfig | undefined {
  if (config === undefined) return undefined;
  if (provider !== GENERIC_PROVIDER) throw invalid(["config"], `is for the provider ${GENERIC_PROVIDER} alone`);
  return parseWith(z.object({ config: genericConfigSchema }), { config }).config;
}

/** The settings of a new integration: its own, a preset's, or the default ones. Undefined where the provider takes none. */
export function settingsOf({ provider, preset, config }: z.infer<typeof newFields>): GenericConfig | undefined {
  const given = parseConfig(provider, config);
  if (preset === undefined) return given ?? (provider === GENERIC_PROVIDER ? DEFAULT_GENERIC_CONFIG : undefined);
  if (provider !== GENERIC_PROVIDER) throw invalid(["preset"], `is for the provider ${GENERIC_PROVIDER} alone`);
  if (given !== undefined) throw invalid(["preset"], "cannot stand beside config");
  return findPreset(preset)?.config;
}

/** Longest time for which a secret may count beside its successor, hours. */
const MOST_HOURS = 720;

/** What a new secret is asked for with. */
export const rotateSecretSchema = z.strictObject({
  secret: secretSchema.optional().describe("The sender's own; without it we make one up"),
  overlapHours: z
    .number()
    .int()
    .min(0)
    .max(MOST_HOURS)
    .default(24)
    .describe("How long the secret before it still counts; 0: not at all"),
});
