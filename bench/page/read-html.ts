import { once } from "node:events";
import { Agent, get } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One request as a browser makes it, over a connection that stays. `bytes` as they came, compressed; `ms` to the last of them. */
export async function readHtml(
  url: string,
  headers: Record<string, string>,
): Promise<{ ms: number; bytes: number; status: number }> {
  const start = performance.now();
  const asked = get(url, { agent, headers: { "accept-encoding": "gzip", ...headers } });
  const [answer] = await once(asked, "response");
  let bytes = 0;
  answer.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  await once(answer, "end");
  return { ms: performance.now() - start, bytes, status: answer.statusCode };
}
