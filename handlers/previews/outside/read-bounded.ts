import type { IncomingMessage } from "node:http";
import { pipeline, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

const DECODERS: ReadonlyMap<string, () => Transform> = new Map([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

/** What a request may say that it takes. */
export const ENCODINGS = "gzip, deflate, br";

/** The chunks of a source until they are more than `limit` bytes; throws then. */
async function* atMost(limit: number, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = limit;
  for await (const chunk of source) {
    left -= chunk.byteLength;
    if (left < 0) throw new Error(`the body is longer than ${limit} bytes`);
    yield chunk;
  }
}

function decoded(response: IncomingMessage, limit: number): AsyncIterable<Buffer> {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return response;
  const decoder = DECODERS.get(encoding)?.();
  if (decoder === undefined) throw new Error(`${encoding} is no encoding that was asked for`);
  // What comes in is counted too: a stream may unpack to nothing for ever. Its failure reaches who reads the decoder.
  return pipeline(
    response,
    (source: AsyncIterable<Buffer>) => atMost(limit, source),
    decoder,
    () => {},
  );
}

/**
 * The body of an answer, unpacked, at most `limit` bytes, packed and unpacked. One that is longer is cut there, or refused, and
 * hung up on in either case. Unpacking waits for the reader, so a bomb never holds more than the limit and some kilobytes.
 */
export async function readBounded(response: IncomingMessage, limit: number, isCut: boolean): Promise<Buffer> {
  const announced = Number(response.headers["content-length"] ?? 0);
  if (!isCut && announced > limit) throw new Error(`the body is longer than ${limit} bytes`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decoded(response, limit)) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size <= limit) continue;
    if (!isCut) throw new Error(`the body is longer than ${limit} bytes`);
    break;
  }
  return Buffer.concat(chunks).subarray(0, limit);
}
