import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { INTERNET, type Network } from "../outside/network";

/** A server of tests on this machine, and what it was asked. */
export interface Pages {
  asked: { path: string; headers: IncomingHttpHeaders }[];
  /** Every name leads to it, and it alone is allowed. */
  open: Network;
  /** The server's own guard, but that the port of every address is its: were something let through, it would arrive. */
  guarded: Network;
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/** Opens one that answers like this. */
export async function openPages(answer: RequestListener): Promise<Pages> {
  const asked: Pages["asked"] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    response.on("error", () => {});
    answer(request, response);
  }).listen(0, LOOPBACK);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  const portOf = () => address.port;
  return {
    asked,
    open: { resolve: async () => [LOOPBACK], isAllowed: (one) => one === LOOPBACK, portOf },
    guarded: { ...INTERNET, portOf },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
