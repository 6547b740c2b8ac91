import { Redis } from "ioredis";
import type { BrokerConnection } from "./doorbell";

const CONNECT_MS = 5_000;
/** Publishing is acknowledged at once, or the broker is not well. */
const COMMAND_MS = 3_000;
const KEEP_ALIVE_MS = 10_000;

/** Opens one connection to Redis or whatever speaks its protocol (`redis://`, `rediss://`). Throws when it cannot be reached. */
export async function connectRedis(url: string): Promise<BrokerConnection> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    commandTimeout: COMMAND_MS,
    keepAlive: KEEP_ALIVE_MS,
    enableOfflineQueue: false,
    connectionName: "live-activity-stream",
    // Whoever uses a connection opens the next one; nothing is kept or sent again behind their back.
    retryStrategy: () => null,
    autoResubscribe: false,
    autoResendUnfulfilledCommands: false,
  });
  let lost: Error | null = null;
  redis.on("error", (error: Error) => {
    lost = error;
  });
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw lost ?? error;
  }
  return {
    publish: (topic, payload) => redis.publish(`las.${topic}`, payload),
    subscribe: async (topics, hear) => {
      redis.on("message", (channel: string, payload: string) => hear(channel.slice("las.".length), payload));
      await redis.subscribe(...topics.map((topic) => `las.${topic}`));
    },
    onEnd: (handler) => void redis.once("end", () => handler(lost ?? new Error("Redis closed the connection"))),
    close: async () => redis.disconnect(),
  };
}
