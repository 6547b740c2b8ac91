import { Broker } from "./broker";

/** The broker that DOORBELL_URL names. Its client is loaded with its first connection, and by nobody who has none. */
export function openBroker(url: string): Broker {
  return url.startsWith("nats:")
    ? new Broker("nats", async () => (await import("./nats")).connectNats(url))
    : new Broker("redis", async () => (await import("./redis")).connectRedis(url));
}
