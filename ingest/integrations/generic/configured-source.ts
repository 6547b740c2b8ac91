import { DEFAULT_GENERIC_CONFIG, type GenericConfig, genericConfigSchema } from "@/activity/generic/generic-config";
import { GENERIC_PROVIDER, genericSource } from "../generic";
import type { IntegrationSource } from "../integration-source";

const MOST_KEPT = 500;
const kept = new Map<string, IntegrationSource>();

/** Settings as they are stored; those that count by default where a team has none. Throws for settings that were never saved by us. */
export function configOf(stored: unknown): GenericConfig {
  return stored == null ? DEFAULT_GENERIC_CONFIG : genericConfigSchema.parse(stored);
}

/** The source that stored settings describe, built once for as long as there are few. Throws for settings that were never saved by us. */
export function configuredSource(stored: unknown): IntegrationSource {
  const key = JSON.stringify(stored ?? null);
  let source = kept.get(key);
  if (source === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear();
    source = genericSource(configOf(stored));
    kept.set(key, source);
  }
  return source;
}

/** Whose mark a stored integration bears: its provider's, or the one of the service whose ready-made settings it has. */
export function brandOf({ provider, config }: { provider: string; config: unknown }): string {
  return (provider === GENERIC_PROVIDER ? configOf(config).preset : undefined) ?? provider;
}
