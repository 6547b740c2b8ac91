import type { Handle } from "../people";

/** The text of one incident; the story around it is made by `incidents.ts`. */
export interface IncidentContent {
  title: string;
  service: string;
  urgency: "high" | "low";
  /** The error the crash reporter saw first. */
  error: string;
  onCall: Handle;
  comments: [Handle, string][];
  /** How it was ended, and the commit that did it. */
  resolution: string;
  fix: string;
}

export const INCIDENTS: IncidentContent[] = [
  {
    title: "Error rate of checkout above 5 %",
    service: "Checkout",
    urgency: "high",
    error: "RangeError: tax rate of country NO is not known at computeTotals",
    onCall: "kwame",
    comments: [
      ["kwame", "It started with the last deploy. Rolling back first, looking second."],
      [
        "priya",
        "Customers in Norway have no tax rate since the migration. @kwame the rollback is right, I am writing the backfill.",
      ],
    ],
    resolution: "Rolled back, tax rates backfilled for 1,204 accounts",
    fix: "Backfill tax rates for accounts outside the EU",
  },
  {
    title: "Replication lag of the primary database is 140 s",
    service: "Database",
    urgency: "high",
    error: "Canceling statement due to conflict with recovery",
    onCall: "priya",
    comments: [
      [
        "priya",
        "A report has held a transaction open for 47 minutes on the replica. Ended it, lag is falling by 3 s per second.",
      ],
      ["alice", "Reports get a statement timeout of five minutes from now on."],
    ],
    resolution: "Long report cancelled, timeout added",
    fix: "Give reports a statement timeout of five minutes",
  },
  {
    title: "Certificate of hooks.acme.example expires in 24 hours",
    service: "Webhooks",
    urgency: "low",
    error: "CertificateExpiringSoon: hooks.acme.example",
    onCall: "yuki",
    comments: [["yuki", "DNSの検証レコードが消えていました。戻して更新、期限は90日後です。"]],
    resolution: "Validation record restored, certificate renewed",
    fix: "Keep the validation record in Terraform",
  },
  {
    title: "Queue of outgoing mail is growing",
    service: "Mail",
    urgency: "high",
    error: "SMTPError: 421 4.7.0 Temporary rate limit exceeded",
    onCall: "tomas",
    comments: [
      [
        "tomas",
        "The newsletter went through the transactional pool. 38,000 mails are waiting, password resets among them.",
      ],
      ["ingrid", "I have put a note on the status page. Eleven customers asked so far."],
      ["tomas", "Newsletter parked, resets are going out again. Separate pools from today."],
    ],
    resolution: "Newsletter moved to its own pool",
    fix: "Send bulk mail through a pool of its own",
  },
  {
    title: "Push service answers 503 in Frankfurt",
    service: "Notifications",
    urgency: "high",
    error: "UpstreamUnavailable: push.eu-central answered 503",
    onCall: "nour",
    comments: [
      ["nour", "المزود أكد المشكلة. نحوّل الإشعارات إلى منطقة دبلن مؤقتاً."],
      ["kwame", "Dublin takes the load, latency is 30 ms higher. Leaving it there until tomorrow."],
    ],
    resolution: "Traffic moved to Dublin, provider recovered",
    fix: "Fail over push notifications by region",
  },
  {
    title: "Disk of build-runner-3 is 95 % full",
    service: "Builds",
    urgency: "low",
    error: "ENOSPC: no space left on device, write",
    onCall: "alice",
    comments: [["alice", "Old browser images, 61 GB of them. A weekly prune is in place now."]],
    resolution: "Pruned 61 GB of images",
    fix: "Prune unused images every Sunday",
  },
];
