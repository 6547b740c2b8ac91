// The stream over WebSocket, on the same port: the same messages, filter, resume and limits as Server-Sent Events.
import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { log } from "@/log";
import { streamActivitiesCall } from "../activities/stream-activities";
import type { PlainAnswer } from "../call";
import { answerCall, requireOwnOrigin } from "../door";
import { pathOf, toNodeCall } from "./node-call";
import { WebSocketSink } from "./node-sink";

const PATH = /^\/api\/teams\/([\w-]+)\/activities\/socket$/;
/** A reader has nothing to say. */
const MAX_MESSAGE_BYTES = 1_024;

/** Answers an upgrade like a call, and hangs up. */
function refuse(socket: Duplex, answer: PlainAnswer): void {
  const body = answer.body ?? "";
  const headers = { ...answer.headers, "content-length": String(Buffer.byteLength(body)), connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ""}\r\n${lines.join("")}\r\n${body}`);
}

/**
 * GET …/activities/socket. Each message is JSON, `{id, event, data}`, as in a stream's frames; `?lastEventId=` goes on after an id.
 * A refusal is answered before the upgrade. Gives the function that takes an upgrade, or says that it is not for it.
 */
export function openSockets(): (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean {
  // Compression would be done anew for every reader.
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_MESSAGE_BYTES });
  const take = async (team: string, request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const answer = await answerCall(
      async (call) => {
        requireOwnOrigin(call);
        return await streamActivitiesCall(call);
      },
      toNodeCall(request, { team }),
    );
    if (socket.destroyed) return;
    if (!("open" in answer)) return refuse(socket, answer);
    server.handleUpgrade(request, socket, head, (webSocket) => {
      const leave = answer.open(new WebSocketSink(webSocket, socket));
      // What a reader does wrong ends its own connection only.
      webSocket.once("close", leave).on("error", (err) => log.debug({ err }, "a WebSocket failed"));
    });
  };
  return (request, socket, head) => {
    const team = PATH.exec(pathOf(request))?.[1];
    if (team === undefined) return false;
    // Node has let go of the socket: an error that nobody hears would end the process.
    socket.on("error", () => socket.destroy());
    take(team, request, socket, head).catch((error: unknown) => {
      log.error({ err: error }, "a WebSocket could not be opened");
      socket.destroy();
    });
    return true;
  };
}
