import { Agent, request } from "node:http";
import type { Target } from "../rig/product";

/** `refused`: the request never left. `unknown`: it did, and what became of it cannot be told. */
export type Reply = { kind: "answer"; status: number; text: string } | { kind: "refused" } | { kind: "unknown" };

const ANSWER_MS = 10_000;
const agent = new Agent({ keepAlive: true });

/** One call of the team's API; `path` starts after `activities`. Never throws: whatever goes wrong is a reply. */
export function send(
  target: Target,
  path: string,
  body: string | null,
  headers: Record<string, string> = {},
): Promise<Reply> {
  return new Promise((done) => {
    const call = request({
      agent,
      host: "127.0.0.1",
      port: target.port,
      path: `${target.path}${path}`,
      method: body === null ? "GET" : "POST",
      headers: {
        ...target.credentials,
        ...(body === null ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) }),
        ...headers,
      },
    });
    const timer = setTimeout(() => call.destroy(new Error("no answer in time")), ANSWER_MS);
    const finish = (reply: Reply) => {
      clearTimeout(timer);
      done(reply);
    };
    call.once("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece) => {
        text += piece;
      });
      response.once("end", () => finish({ kind: "answer", status: response.statusCode ?? 0, text }));
      response.on("error", () => finish({ kind: "unknown" }));
      response.once("close", () => finish({ kind: "unknown" }));
    });
    call.on("error", (error: NodeJS.ErrnoException) =>
      finish({ kind: error.code === "ECONNREFUSED" ? "refused" : "unknown" }),
    );
    call.end(body ?? undefined);
  });
}
