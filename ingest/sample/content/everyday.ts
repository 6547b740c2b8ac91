import type { Handle } from "../people";

/** Updates the dependency bot proposes: package, old and new version, repository. */
export const DEPENDENCIES: [string, string, string, "api" | "web" | "docs" | "mobile"][] = [
  ["zod", "4.6.6", "4.6.7", "api"],
  ["next", "16.4.5", "16.4.6", "web"],
  ["drizzle-orm", "0.45.3", "0.45.4", "api"],
  ["@playwright/test", "1.65.0", "1.65.1", "web"],
  ["sharp", "0.35.1", "0.35.2", "docs"],
  ["pino", "10.3.1", "10.4.0", "api"],
  ["tailwindcss", "4.3.4", "4.3.5", "web"],
  ["flutter_secure_storage", "10.1.0", "10.1.1", "mobile"],
  ["lucide-react", "1.74.0", "1.75.0", "web"],
  ["undici", "7.21.0", "7.21.1", "api"],
];

/** Issues outsiders' reports become: who files them, repository, title and text. */
export const ISSUES: [Handle, "api" | "web" | "mobile" | "docs", string, string][] = [
  ["ingrid", "web", "Tooltip covers the Save button on small screens", "Seen on a 1280 × 720 laptop at 125 % zoom."],
  ["kwame", "api", "Deleting a webhook answers 500 when it was already gone", "Should be 404, or 204 twice."],
  ["nour", "mobile", "Arabic dates mix two kinds of digits", "١٢ مايو 2026 — the year should be ٢٠٢٦ as well."],
  ["carmen", "docs", "The pricing example still says 10 seats are free", "It has been 5 since January."],
  ["yuki", "web", "変換中のEnterで検索が実行される", "IMEの変換確定と検索を区別してください。"],
  ["john", "api", "List endpoint ignores `limit=200`", "Always gives 50. The docs promise up to 200."],
  ["marta", "web", "Avatar of people without a picture shows “??”", "Initials of names with a dash are not found."],
  [
    "tomas",
    "mobile",
    "La vista de calendario empieza en domingo",
    "With the region set to Spain it should start on Monday.",
  ],
  [
    "priya",
    "api",
    "Slow query on the members page of large workspaces",
    "Sequential scan over 2.1 million rows, 840 ms.",
  ],
  ["alice", "docs", "Code samples cannot be copied without the prompt sign", "The $ ends up in the terminal."],
];

/** What people write and publish: who, what kind of thing, its name. */
export const PUBLICATIONS: [Handle, "document" | "design" | "report", string][] = [
  ["carmen", "document", "How we answer security questionnaires"],
  ["marta", "design", "Sidebar icons, round 2"],
  ["ingrid", "report", "Support in numbers: what changed since the new search"],
  ["priya", "document", "Runbook: failing over the database"],
  ["yuki", "document", "モバイルリリースの手順"],
  ["kwame", "report", "Capacity for the next two quarters"],
  ["tomas", "design", "Mobile tab bar at 200 % font size"],
  ["nour", "document", "دليل الكتابة للواجهة العربية"],
  ["john", "document", "What belongs into an API changelog"],
  ["alice", "report", "Where the 840 milliseconds went"],
  ["carmen", "report", "Five customers on reporting: what they really do on Mondays"],
  ["marta", "design", "Empty states, final texts"],
];

/** Releases: repository, first part of the version, what is new in a few words. */
export const RELEASES: ["api" | "web" | "mobile", string][] = [
  ["api", "Rotating webhook secrets, faster search, and limits per key"],
  ["mobile", "Offline mode, calmer notifications"],
  ["web", "A settings area that reads from right to left"],
  ["api", "UBL invoices and nightly reconciliation"],
  ["mobile", "Fits every font size"],
  ["web", "Tables with ten thousand rows"],
];

/** People outside the team who star the repositories. */
export const STARGAZERS = [
  "lena-fischer",
  "rubenvdb",
  "akirat",
  "s-okonkwo",
  "mlefevre",
  "devon-h",
  "paulapinto",
  "zhanglei92",
];
