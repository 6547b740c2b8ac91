/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `server.mjs` does.
  compress: false,
  // On hosts that have no `server.mjs`, the proxy gives pages their headers.
  pageExtensions: ["tsx", "ts", ...(process.env.BUILD_FOR === "server.mjs" ? [] : ["host.ts"])],
  // `npm run check` types the whole tree; a newcomer's first build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@nats-io/transport-node",
    "@neondatabase/serverless",
    "@node-rs/argon2",
    "ioredis",
    "nodemailer",
    "pg",
    "pino",
    "prom-client",
    "ws",
  ],
  // A page is loaded when it is first asked for, not before the server answers: 0.3 s of every start.
  experimental: { preloadEntriesOnStart: false },
  outputFileTracingIncludes: { "/*": ["./db/migrations/**", "./db/drivers/*.mjs", "./package.json"] },
  headers: async () => [
    {
      // Pages and the API have theirs from their doors.
      source: "/_next/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
      ],
    },
    {
      // Only the page itself: what Next answers its own client's requests for parts of it must not be kept in its place, and
      // that door cannot see which those are.
      source: "/p/:team/:feed",
      missing: [{ type: "header", key: "rsc" }],
      headers: [{ key: "Cache-Control", value: "public, s-maxage=30, stale-while-revalidate=300" }],
    },
  ],
};

export default config;
