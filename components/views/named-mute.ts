import type { NamedMute } from "./views-answer";

/** Whether two mutes leave out the same. */
export function isSameMute(a: Pick<NamedMute, "field" | "value">, b: Pick<NamedMute, "field" | "value">): boolean {
  return a.field === b.field && a.value === b.value;
}

/** What the fields are called whose values are muted. */
export const MUTED_LABELS: Record<NamedMute["field"], string> = { type: "Type", actor: "Who", entity: "Entity" };
