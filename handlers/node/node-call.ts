import type { IncomingMessage } from "node:http";
import type { Call } from "../call";
import { tooLarge } from "../door";

/** A call as it came to Node's own server. `signal` fires when the connection is gone before the answer. */
export function toNodeCall(request: IncomingMessage, params: Record<string, string>, signal: AbortSignal): Call {
  const { headers, method = "GET", url = "/" } = request;
  return {
    method,
    get url() {
      return new URL(url, `http://${headers.host ?? "localhost"}`);
    },
    params,
    header: (name) => {
      const value = headers[name.toLowerCase()];
      return value === undefined ? null : Array.isArray(value) ? value.join(", ") : value;
    },
    body: (limit) => readBody(request, limit),
    signal,
  };
}

/** The whole body. Rejects beyond `limit` bytes, and when the connection is lost before its end; both leave the rest unread. */
function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.reject(tooLarge(limit));
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size <= limit) return;
      request.off("data", onData);
      fail(tooLarge(limit));
    };
    request.on("data", onData);
    request.once("end", () => {
      const body = new Uint8Array(size);
      let offset = 0;
      for (const chunk of chunks) {
        body.set(chunk, offset);
        offset += chunk.byteLength;
      }
      done(body);
    });
    request.once("error", fail);
    request.once("close", () => fail(new Error("the connection was lost before the end of the body")));
  });
}
