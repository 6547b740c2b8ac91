import type { TaskContent } from "./task-content";

/** Tasks about the API and what it runs on. */
export const PLATFORM_TASKS: TaskContent[] = [
  {
    title: "Postgres connections pile up after a failover",
    board: "Platform",
    priority: "urgent",
    from: "kwame",
    assignee: "kwame",
    reviewer: "priya",
    code: {
      repo: "api",
      branch: "fix/pool-failover",
      commits: ["Handle pool errors instead of crashing", "Cap connections at 20 per instance"],
    },
    failing: "db/pool.test.ts › recovers within five seconds of a failover",
    comments: [
      ["kwame", "After Tuesday's failover every instance opened 100 new connections and kept the dead ones."],
      [
        "priya",
        "keepAlive plus a 5 s connect timeout, and an error handler on idle clients. @kwame see pg's docs on pool events.",
      ],
      ["kwame", "Rehearsed on staging three times: 2.1 s, 1.8 s, 2.4 s until the first good query."],
    ],
  },
  {
    title: "Sign webhooks with rotating secrets",
    board: "Platform",
    from: "alice",
    assignee: "nour",
    reviewer: "alice",
    code: {
      repo: "api",
      branch: "feat/webhook-rotation",
      commits: ["Accept the current and the previous secret", "Show when each secret was last used"],
    },
    comments: [
      ["alice", "Rotation must never lose a delivery, so both secrets are valid for 24 hours."],
      ["nour", "Constant-time comparison after the length check, over the raw bytes. Test vectors from the spec pass."],
    ],
  },
  {
    title: "Rate limits per API key",
    board: "Platform",
    from: "john",
    assignee: "priya",
    reviewer: "john",
    code: {
      repo: "api",
      branch: "feat/rate-limits",
      commits: ["Count requests per key and minute", "Answer 429 with Retry-After", "Document the limits"],
    },
    comments: [
      ["john", "One import script was 71 % of our traffic on Sunday. 6,000 a minute is plenty for everybody else."],
      ["priya", "Limits are in memory per instance for now, which is fine with two instances."],
      ["ingrid", "Can sales raise the limit for a single customer without a deploy?"],
    ],
  },
  {
    title: "Move background jobs to their own process",
    board: "Platform",
    from: "priya",
    assignee: "alice",
    reviewer: "kwame",
    code: {
      repo: "infra",
      branch: "feat/worker-process",
      commits: [
        "Run workers as a second service",
        "Drain the queue on SIGTERM",
        "Alert on jobs older than ten minutes",
      ],
    },
    comments: [
      ["priya", "PDF rendering blocks the event loop for 300 ms and everybody's requests wait."],
      ["alice", "p99 of the API fell from 840 ms to 120 ms on staging. Memory is up by 180 MB, as expected."],
    ],
  },
  {
    title: "Health check says healthy while the database is read-only",
    board: "Platform",
    from: "kwame",
    assignee: "tomas",
    reviewer: "kwame",
    code: {
      repo: "api",
      branch: "fix/health-read-only",
      commits: ["Write a heartbeat row in the health check"],
    },
    comments: [
      ["kwame", "During the disk-full incident the balancer kept sending traffic to a database that refused writes."],
      ["tomas", "It writes one row every ten seconds now and answers 503 when that fails twice."],
    ],
  },
  {
    title: "Upgrade to Node 24",
    board: "Platform",
    priority: "low",
    from: "alice",
    assignee: "yuki",
    reviewer: "tomas",
    code: {
      repo: "api",
      branch: "chore/node-24",
      commits: ["Build and test on Node 24", "Replace the deprecated url.parse calls"],
    },
    failing: "mail/render.test.ts › renders the same HTML as before",
    comments: [
      ["yuki", "残りは url.parse の警告だけです。置き換えたら全部緑になりました。"],
      ["tomas", "Image is 40 MB smaller, start is 300 ms faster. Merging after the release."],
    ],
  },
  {
    title: "Flaky SSE reconnect test",
    board: "Platform",
    from: "john",
    assignee: "priya",
    reviewer: "alice",
    code: {
      repo: "api",
      branch: "fix/flaky-reconnect",
      commits: ["Wait for the ready frame instead of 200 ms"],
    },
    failing: "stream/reconnect.test.ts › resumes after the last id it saw",
    comments: [
      ["john", "Red on 6 of the last 50 runs on main. Retrying is not a fix."],
      [
        "priya",
        "@alice the clock mock landed in a41c9f2, and the test still used the real timer. Now it waits for ready.",
      ],
    ],
  },
  {
    title: "Nightly backup takes four hours",
    board: "Platform",
    from: "kwame",
    assignee: "kwame",
    reviewer: "priya",
    code: {
      repo: "infra",
      branch: "perf/backup",
      commits: ["Dump in parallel with zstd", "Verify the restore every Sunday"],
    },
    comments: [
      ["kwame", "pg_dump -j 4 with zstd: 52 minutes and 61 % of the size. Restore rehearsal took 38 minutes."],
      ["priya", "Let us put the restore time on the dashboard, it is the number that matters."],
    ],
  },
  {
    title: "Delete personal data of closed accounts after 30 days",
    board: "Compliance",
    priority: "high",
    from: "carmen",
    assignee: "nour",
    reviewer: "priya",
    code: {
      repo: "api",
      branch: "feat/erasure",
      commits: ["Erase personal fields of closed accounts", "Write what was erased to the audit log"],
    },
    comments: [
      ["carmen", "Invoices must stay for ten years, everything else about the person goes. The list is in the policy."],
      ["nour", "اسم العميل في سجل الدعم يبقى حالياً، هل نحذفه أيضاً؟"],
      ["carmen", "Yes, replace it with “former customer”. @nour thank you for asking."],
    ],
  },
  {
    title: "Trace ids in every log line",
    board: "Platform",
    from: "tomas",
    assignee: "tomas",
    reviewer: "kwame",
    code: {
      repo: "api",
      branch: "feat/trace-ids",
      commits: ["Carry the request id through async contexts", "Return the id in error answers"],
    },
    comments: [
      ["tomas", "Support can now paste the id from the error page into Grafana and see the whole request."],
      ["kwame", "Costs 3 µs a line, measured. Ship it."],
    ],
  },
  {
    title: "Terraform wants to recreate the CDN on every plan",
    board: "Platform",
    from: "kwame",
    assignee: "yuki",
    reviewer: "kwame",
    code: {
      repo: "infra",
      branch: "fix/cdn-plan",
      commits: ["Pin the order of CDN origins"],
    },
    comments: [
      ["yuki", "オリジンの順序が毎回変わるのが原因でした。名前順に固定しました。"],
      ["kwame", "Plan is empty for the first time since March. どうもありがとう!"],
    ],
  },
  {
    title: "Large CSV imports run out of memory",
    board: "Platform",
    from: "triage",
    assignee: "john",
    reviewer: "priya",
    code: {
      repo: "api",
      branch: "fix/csv-stream",
      commits: ["Read CSV files as a stream", "Report the first 20 bad lines with their numbers"],
    },
    failing: "imports/csv.test.ts › reads a file with a byte order mark",
    comments: [
      ["john", "A 600 MB file from Kappa Robotics needs 2.4 GB. Streaming it needs 70 MB."],
      ["priya", "Excel writes a byte order mark and semicolons in half of Europe, please test both."],
      ["john", "Both are in, plus a file with 1,000,000 empty lines, because of course somebody has one."],
    ],
  },
];
