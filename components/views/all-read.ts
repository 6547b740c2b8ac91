import type { ShownView } from "./views-answer";

/** Of a view in which nothing is unread. */
export const ALL_READ: ShownView["unread"] = { count: 0, isExact: true };
