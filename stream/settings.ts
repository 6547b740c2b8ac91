import { HEARTBEAT_MS } from "@/activity/wire";
import { env } from "@/env";
import { MAX_REPLAY } from "./reader/resume";

/** How a hub behaves; times in milliseconds. Tests shorten them. */
export interface HubSettings {
  /** Between two looks at the heads of all followed teams, while somebody is connected. */
  pollMs: number;
  heartbeatMs: number;
  /** How long a reader may leave what it was sent unread. */
  stallMs: number;
  /** The longest life of one stream, before jitter; its reader comes back and goes on exactly where it was. */
  lifetimeMs: number;
  /** The most events a reader is sent again; beyond it, `reset`. */
  maxReplay: number;
  /** The most open streams of this process, and of one team in it. */
  maxStreams: number;
  maxTeamStreams: number;
  /** The most open streams of one shared link in this process: outsiders must not take the members' places. */
  maxLinkStreams: number;
  /** How many of a team's newest events are kept in memory while somebody is connected, at most. */
  keptEvents: number;
  /** What they may weigh, estimated bytes: of one team, and of all teams of this process. */
  keptTeamBytes: number;
  keptBytes: number;
}

/** Hosts that end a function after 300 s cut a stream in the middle of a frame; ours ends before. */
const SERVERLESS_LIFETIME_MS = 280_000;
const LIFETIME_MS = 3_600_000;

export const DEFAULT_SETTINGS: HubSettings = {
  pollMs: 1_500,
  heartbeatMs: HEARTBEAT_MS,
  stallMs: 20_000,
  lifetimeMs:
    env.VERCEL === undefined && env.AWS_LAMBDA_FUNCTION_NAME === undefined ? LIFETIME_MS : SERVERLESS_LIFETIME_MS,
  maxReplay: MAX_REPLAY,
  maxStreams: 10_000,
  maxTeamStreams: 5_000,
  maxLinkStreams: 500,
  keptEvents: 2_000,
  keptTeamBytes: 4_194_304,
  keptBytes: 67_108_864,
};

/** Between 80 % and all of `most`, so that streams opened together do not end together. */
export function jitteredLifetime(most: number): number {
  return Math.round(most * (0.8 + Math.random() * 0.2));
}

/** Around 2,000 ms: how long a browser waits before it comes back; spread so that a restart is no stampede. */
export function jitteredRetry(): number {
  return Math.round(1_500 + Math.random() * 1_000);
}
