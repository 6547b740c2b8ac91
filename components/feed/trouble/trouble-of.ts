import type { LiveState } from "../live/follow-stream";

/** What is the matter with a page of the feed: the browser is offline, the stream is lost, the server lost its database, or an answer is late. */
export type Trouble = "offline" | "reconnecting" | "databaseAway" | "slow";

export interface Signs extends Pick<LiveState, "connection" | "listener"> {
  isOnline: boolean;
  /** False on a page that no stream continues. */
  isFollowed: boolean;
  /** The list has not been answered for long. */
  isSlow: boolean;
}

/** What is to be told, the cause before its effects; null when all is well, or when a session that ended is the reason. */
export function troubleOf({ isOnline, connection, listener, isFollowed, isSlow }: Signs): Trouble | null {
  if (!isOnline) return "offline";
  if (isFollowed && connection === "signedOut") return null;
  if (isFollowed && connection === "reconnecting") return "reconnecting";
  if (isSlow) return "slow";
  return isFollowed && connection === "live" && listener === "degraded" ? "databaseAway" : null;
}

/** Whether new activity is known to come again, by a stream or by asking. */
export function isWell({ isOnline, connection, isFollowed }: Signs): boolean {
  return isOnline && (!isFollowed || connection === "live" || connection === "polling");
}

/** What is the matter, and what still works. */
export function sayTrouble(trouble: Trouble, canPost: boolean): { matter: string; works: string } {
  switch (trouble) {
    case "offline":
      return {
        matter: "You are offline.",
        works: `What is loaded stays readable${canPost ? "; what you post is kept and sent when you are back" : ""}.`,
      };
    case "reconnecting":
      return {
        matter: "The connection was lost.",
        works: "Trying again by itself. What is loaded stays readable, and nothing will be missed.",
      };
    case "databaseAway":
      return {
        matter: "The server cannot reach its database.",
        works: "What is loaded stays readable; what happens meanwhile appears once it is back.",
      };
    case "slow":
      return { matter: "This takes longer than usual.", works: "The server has not answered yet." };
  }
}
