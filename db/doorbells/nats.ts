import { connect } from "@nats-io/transport-node";
import type { BrokerConnection } from "./doorbell";

const CONNECT_MS = 5_000;
/** A network that died silently is noticed after two unanswered pings. */
const PING_MS = 10_000;

/** Opens one connection to NATS (`nats://`; a user and password, or a token in the user's place). Throws when it cannot be reached. */
export async function connectNats(url: string): Promise<BrokerConnection> {
  const { hostname, port, username, password } = new URL(url);
  const user = decodeURIComponent(username);
  const nats = await connect({
    servers: `${hostname}:${port || 4222}`,
    ...(user === "" ? {} : password === "" ? { token: user } : { user, pass: decodeURIComponent(password) }),
    name: "live-activity-stream",
    timeout: CONNECT_MS,
    pingInterval: PING_MS,
    maxPingOut: 2,
    reconnect: false,
  });
  return {
    publish: async (topic, payload) => {
      nats.publish(`las.${topic}`, payload);
      await nats.flush();
    },
    subscribe: async (topics, hear) => {
      for (const topic of topics) {
        nats.subscribe(`las.${topic}`, {
          callback: (error, message) => {
            if (error === null) hear(topic, message.string());
          },
        });
      }
      await nats.flush();
    },
    onEnd: (handler) => {
      const gone = new Error("NATS closed the connection");
      nats.closed().then((error) => handler(error instanceof Error ? error : gone), handler);
    },
    close: () => nats.close(),
  };
}
