"use client";
import { useState } from "react";
import { type GenericConfig, genericConfigSchema } from "@/activity/generic/generic-config";

/** Settings that are being changed: as they would be saved, and as text while they are written as JSON. */
export interface Draft {
  /** Null while the text is no settings. */
  config: GenericConfig | null;
  text: string;
  /** Why the text is no settings, as `event.message: …`. */
  fault: string | null;
  isChanged: boolean;
  setConfig(config: GenericConfig): void;
  setText(text: string): void;
  /** What is saved now. */
  settle(config: GenericConfig): void;
}

const pretty = (config: GenericConfig) => JSON.stringify(config, null, 2);

function read(text: string): { config: GenericConfig; fault: null } | { config: null; fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { config: null, fault: error instanceof Error ? error.message : "is no JSON" };
  }
  const parsed = genericConfigSchema.safeParse(value);
  if (parsed.success) return { config: parsed.data, fault: null };
  const [issue] = parsed.error.issues;
  return { config: null, fault: `${issue?.path.join(".") || "settings"}: ${issue?.message ?? "cannot be used"}` };
}

/** A draft that begins with the saved settings. */
export function useDraft(saved: GenericConfig): Draft {
  const [kept, setKept] = useState(saved);
  const [state, setState] = useState<{ config: GenericConfig | null; text: string; fault: string | null }>({
    config: saved,
    text: pretty(saved),
    fault: null,
  });
  const setConfig = (config: GenericConfig) => {
    const { fault } = read(JSON.stringify(config));
    setState({ config, text: pretty(config), fault });
  };
  return {
    ...state,
    isChanged: state.config === null || pretty(state.config) !== pretty(kept),
    setConfig,
    setText: (text) => setState({ text, ...read(text) }),
    settle: (config) => {
      setKept(config);
      setConfig(config);
    },
  };
}
