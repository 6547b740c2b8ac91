import type { IncomingMessage } from "node:http";
import { joinBytes } from "@/activity/bytes";
import type { Call } from "../call";
import { tooLarge } from "../door";
import { brokenOff, tooSlow, watchBody } from "../watch-body";

/** The path of a request, as it was sent. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? "").split("?", 1)[0] ?? "";
}

/** A call as it came to Node's own server. `isLocal`: it surely comes from this machine. */
export function toNodeCall(request: IncomingMessage, params: Record<string, string>, isLocal = false): Call {
  const { headers, method = "GET", url: target = "/" } = request;
  let url: URL | undefined;
  return {
    method,
    get url() {
      // Not the Host header's: it may be anything.
      url ??= new URL(target, "http://localhost");
      return url;
    },
    params,
    isLocal,
    header: (name) => {
      const value = headers[name.toLowerCase()];
      return value === undefined ? null : Array.isArray(value) ? value.join(", ") : value;
    },
    headers: () =>
      Object.entries(headers).flatMap(([name, value = []]): [string, string][] => [[name, [value].flat().join(", ")]]),
    body: (limit) => readBody(request, limit),
  };
}

/** The whole body. Rejects beyond `limit` bytes, when it comes too slowly, and when the connection is lost before its end; all leave the rest unread. */
function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.reject(tooLarge(limit));
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const giveUp = (error: Error) => {
      watch.stop();
      request.off("data", onData);
      fail(error);
    };
    const watch = watchBody(() => giveUp(tooSlow()));
    const onData = (chunk: Buffer) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > limit) giveUp(tooLarge(limit));
      else watch.touch();
    };
    request.on("data", onData);
    request.once("end", () => {
      watch.stop();
      done(joinBytes(chunks));
    });
    request.once("error", (error) => giveUp(brokenOff(error)));
    request.once("close", () => {
      if (!request.complete) giveUp(brokenOff());
    });
  });
}
