/** An event as design and README show it. */
export const EVENT_EXAMPLE = {
  eventType: "task.created",
  timestamp: "2026-11-23T09:41:07.123Z",
  actor: { id: "u_17", name: "John Doe", kind: "user" },
  entity: {
    type: "task",
    id: "42",
    name: "Update Documentation",
    reference: "TASK-42",
    url: "https://tracker.example/42",
  },
  metadata: { board: "Docs sprint" },
};

/** What becomes of it. */
export const ACTIVITY_EXAMPLE = {
  id: "019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10",
  seq: 42,
  eventType: "task.created",
  group: "task",
  actorId: "019ab0f5-8a91-7f02-8c43-5e9d1a7b3c20",
  actorKey: "u_17",
  actorName: "John Doe",
  actorKind: "user",
  actorAvatarUrl: null,
  timestamp: "2026-11-23T09:41:07.123Z",
  receivedAt: "2026-11-23T09:41:07.310Z",
  entityType: "task",
  entityId: "019ab0f5-8a92-7aa1-b7d0-4f3e2d1c0b30",
  entityKey: "42",
  entityName: "Update Documentation",
  entityUrl: "https://tracker.example/42",
  entityReference: "TASK-42",
  metadata: { board: "Docs sprint" },
  message: "John Doe created task Update Documentation",
  icon: "plus",
  color: "blue",
  isImportant: false,
  source: "api",
};

/** An event of CloudEvents 1.0. */
export const CLOUD_EVENT_EXAMPLE = {
  specversion: "1.0",
  id: "A234-1234-1234",
  source: "https://shop.example/orders",
  type: "com.example.order.shipped",
  subject: "42",
  time: "2026-11-23T09:41:07.123Z",
  data: { carrier: "Pigeon" },
};

export const PAGE_EXAMPLE = {
  items: [ACTIVITY_EXAMPLE],
  nextCursor: null,
  prevCursor: null,
  lastEventId: "k3v9x0qm.42",
};

export const STREAM_EXAMPLE = `retry: 2000

id: k3v9x0qm.41
event: ready
data: {"seq":41}

id: k3v9x0qm.42
event: activity
data: ${JSON.stringify(ACTIVITY_EXAMPLE)}

`;
