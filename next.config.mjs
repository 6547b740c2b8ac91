/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["@electric-sql/pglite", "@node-rs/argon2", "pg", "ws", "pino", "@neondatabase/serverless"],
  outputFileTracingIncludes: { "/*": ["./db/migrations/**", "./db/drivers/*.mjs", "./package.json"] },
};

export default config;
