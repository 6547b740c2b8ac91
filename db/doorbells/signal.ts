/** A doorbell: there is something new to read, or somebody's access has changed. */
export type Signal =
  | { topic: "activity"; teamId: string; seq: number }
  | { topic: "access"; teamId: string }
  | { topic: "access"; userId: string };

/** What a doorbell rings on. */
export const TOPICS = ["activity", "access"] as const;
export type Topic = (typeof TOPICS)[number];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads a notification; null for what is not one of ours, such as another process's probe. */
export function parseSignal(topic: string, payload: string): Signal | null {
  if (topic === "activity") {
    const [teamId = "", seq = ""] = payload.split(":");
    return UUID.test(teamId) && /^\d{1,16}$/.test(seq) ? { topic, teamId, seq: Number(seq) } : null;
  }
  if (topic !== "access") return null;
  if (payload.startsWith("user:")) return { topic, userId: payload.slice("user:".length) };
  return UUID.test(payload) ? { topic, teamId: payload } : null;
}

/** What {@link parseSignal} reads; the append function writes the same for `activity`. */
export function formatSignal(signal: Signal): string {
  if (signal.topic === "activity") return `${signal.teamId}:${signal.seq}`;
  return "teamId" in signal ? signal.teamId : `user:${signal.userId}`;
}
