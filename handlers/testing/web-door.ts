import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { web } from "../web";
import { receiveWebhookCall } from "../webhooks/receive-webhook";

const receive = web(receiveWebhookCall);

async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
  const init = {
    method: "POST",
    headers: Object.entries(message.headers).map(([name, value]): [string, string] => [name, String(value)]),
    body: Readable.toWeb(message) as ReadableStream<Uint8Array>,
    duplex: "half",
  };
  const integration = message.url?.split("/").at(-1) ?? "";
  const params = Promise.resolve({ integration });
  const made = await receive(new Request(`http://localhost${message.url}`, init), { params });
  if (response.destroyed) return;
  response.writeHead(made.status, Object.fromEntries(made.headers));
  response.end(await made.text());
}

/** The web door of webhooks on a socket, as Next has it: bodies are streams that fail with their connection. */
export async function openWebDoor(): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((message, response) => {
    answer(message, response).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    port: address.port,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
