// What schemas and browsers both need to name; by itself, so that a page need not load the schemas.
export const GROUPS = ["task", "system", "user", "integration"] as const;
export const ACTOR_KINDS = ["user", "system", "integration", "agent"] as const;
export const COLORS = ["blue", "green", "violet", "amber", "red", "cyan", "pink", "gray"] as const;
export type Group = (typeof GROUPS)[number];
export type ActorKind = (typeof ACTOR_KINDS)[number];
export type Color = (typeof COLORS)[number];
