// The least a Next route handler can do: nothing is read, nothing is answered.
export const dynamic = "force-dynamic";
export const runtime = "nodejs";

export function POST() {
  return new Response(null, { status: 201 });
}
