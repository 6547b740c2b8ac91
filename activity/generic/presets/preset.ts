import type { GenericConfig } from "../generic-config";

/** Settings for a service whose scheme and payloads are known, with how to set it up there. */
export interface GenericPreset {
  /** Stored in the settings that are made from it, and therefore final. */
  key: string;
  label: string;
  /** The sender's own menu, step by step. */
  menu: readonly string[];
  secretFrom: "us" | "sender";
  /** What the sender calls the secret. */
  secretName: string;
  hint?: string;
  docsUrl: string;
  config: GenericConfig;
}

/** A preset whose settings name it, and whose activities are filtered by its key. */
export function preset(given: GenericPreset): GenericPreset {
  const { key, label, config } = given;
  return { ...given, config: { label, source: key, preset: key, ...config } };
}
