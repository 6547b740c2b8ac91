import type { Activity } from "@/activity/activity";

/** An activity for tests; `seq` also makes its id, and the time is the second of that number unless it is given. */
export function makeActivity(seq: number, fields: Partial<Activity> = {}): Activity {
  return {
    id: `00000000-0000-7000-8000-${String(seq).padStart(12, "0")}`,
    seq,
    eventType: "task.created",
    group: "task",
    actorId: "11111111-1111-7111-8111-111111111111",
    actorKey: "u_17",
    actorName: "John Doe",
    actorKind: "user",
    actorAvatarUrl: null,
    timestamp: new Date(Date.UTC(2026, 10, 23) + seq * 1_000).toISOString(),
    receivedAt: new Date(Date.UTC(2026, 10, 23) + seq * 1_000 + 118).toISOString(),
    entityType: "task",
    entityId: "22222222-2222-7222-8222-222222222222",
    entityKey: "42",
    entityName: "Update Documentation",
    entityUrl: null,
    entityReference: "TASK-42",
    metadata: {},
    message: "John Doe created task Update Documentation",
    icon: "plus",
    color: "blue",
    isImportant: false,
    source: "api",
    ...fields,
  };
}
