// An empty handler for the same exchange: it takes the posted text and answers a ready one as long as a stored activity.
export const dynamic = "force-dynamic";
export const runtime = "nodejs";

const ANSWER = JSON.stringify({ text: "x".repeat(900) });

export async function POST(request) {
  await request.text();
  return new Response(ANSWER, { status: 201, headers: { "content-type": "application/json; charset=utf-8" } });
}
