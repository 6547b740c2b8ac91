import type { PulledAnswer } from "./call";

/** A reader that takes nothing for so long is given up, and what it holds is given back; milliseconds. */
const UNREAD_MS = 60_000;

/** The Response of an answer whose body is read as it is taken: one piece at a time, and none ahead. What fails cuts the connection. */
export function toPulledResponse(answer: PulledAnswer, signal: AbortSignal, unreadMs = UNREAD_MS): Response {
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let giveUp: (reason: unknown) => void = () => {};
  const onAbort = () => giveUp(signal.reason);
  const end = () => {
    isOver = true;
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
    answer.close();
  };
  const wait = () => {
    timer = setTimeout(() => giveUp(new DOMException("the reader does not read", "AbortError")), unreadMs);
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        giveUp = (reason) => {
          if (isOver) return;
          end();
          controller.error(reason);
        };
        signal.addEventListener("abort", onAbort);
        if (signal.aborted) onAbort();
        else wait();
      },
      pull: async (controller) => {
        clearTimeout(timer);
        try {
          const piece = await answer.read();
          if (isOver) return;
          if (piece === null) {
            end();
            controller.close();
            return;
          }
          controller.enqueue(encoder.encode(piece));
          wait();
        } catch (error) {
          giveUp(error);
        }
      },
      cancel: () => {
        if (!isOver) end();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status: answer.status, headers: answer.headers });
}
