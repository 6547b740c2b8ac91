// The least a Next route handler can do: what a call costs before ours begins.
export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export function POST() {
  return new Response(null, { status: 201 });
}
