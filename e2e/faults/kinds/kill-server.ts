import type { Server } from "../../support/server";
import type { Fault } from "./fault";
import { repeatedly } from "./repeatedly";

/** Kills the server's process with SIGKILL and starts it again, every `everyMs` milliseconds. */
export function killServer(server: Server, everyMs: number): Fault {
  return repeatedly(
    "server killed",
    "return",
    () => everyMs * (0.5 + Math.random()),
    async () => {
      await server.signal("SIGKILL");
      await server.restart();
      return true;
    },
  );
}
