import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.BENCH_POSTS_URL, max: 10 });

/** Commits the posted activity and answers it. */
export async function POST(request) {
  const text = await request.text();
  await pool.query(process.env.BENCH_INSERT, [process.env.BENCH_TEAM, text]);
  return new Response(text, { status: 201, headers: { "content-type": "application/json" } });
}
