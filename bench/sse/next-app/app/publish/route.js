import { readers } from "../../readers";

const encoder = new TextEncoder();
let id = 0;

export async function GET() {
  return new Response("ready");
}

/** Sends the posted text to every reader. */
export async function POST(request) {
  const text = await request.text();
  id += 1;
  const frame = encoder.encode(`id: ${id}\nevent: activity\ndata: ${text}\n\n`);
  for (const controller of readers) controller.enqueue(frame);
  return new Response(null, { status: 204 });
}
