/** The smallest event that is taken. */
export const EVENT = { eventType: "task.created", actor: { id: "u_17" }, entity: { type: "task", id: "42" } };

/** An event with every field there is. */
export const FULL_EVENT = {
  eventType: "task.completed",
  timestamp: "2025-11-23T10:41:07.123+01:00",
  actor: { id: "u_17", name: "John Doe", kind: "agent", avatarUrl: "https://tracker.example/john.png" },
  entity: {
    type: "task",
    id: "42",
    name: "Update Documentation",
    reference: "TASK-42",
    url: "https://tracker.example/42",
  },
  metadata: { board: "Docs sprint", points: [1, 2.5, null, true, { deep: {} }] },
  message: "John Doe completed Update Documentation at last",
  isImportant: true,
  source: "tracker",
  idempotencyKey: "task-42-completed",
};
