import { readers } from "../../readers";

export const dynamic = "force-dynamic";

/** A stream as Next's documentation shows it. */
export function GET(request) {
  const body = new ReadableStream({
    start(controller) {
      readers.add(controller);
      controller.enqueue(new TextEncoder().encode("retry: 2000\n\n"));
      request.signal.addEventListener("abort", () => readers.delete(controller));
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-cache, no-transform" },
  });
}
