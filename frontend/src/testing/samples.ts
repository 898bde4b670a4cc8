import type { Change, Me, Task } from "@/lib/api/types";

let next = 1;

/** A task as the server sends it; ids rise in the order of making. */
export function sampleTask(fields: Partial<Task> = {}): Task {
  const number = String(next++).padStart(4, "0");
  return {
    id: `01a2-${number}`,
    title: `Task ${number}`,
    description: null,
    status: "open",
    due: null,
    zone: "Europe/Berlin",
    repeat: null,
    priority: "none",
    list: null,
    tags: [],
    position: Number(number),
    version: 1,
    source: "person",
    created_at: `2026-11-23T08:00:00.${number}Z`,
    updated_at: "2026-11-23T08:00:00Z",
    completed_at: null,
    deleted_at: null,
    ...fields,
  };
}

export function sampleChange(after: Task, fields: Partial<Change> = {}): Change {
  return {
    id: `event-${next++}`,
    seq: next,
    turn_id: "turn-1",
    conversation_id: null,
    actor: "assistant",
    action: "update",
    entity: "task",
    entity_id: after.id,
    before: null,
    after,
    undone: false,
    created_at: "2026-11-23T08:00:00Z",
    ...fields,
  };
}

export function sampleMe(fields: Partial<Me> = {}): Me {
  return {
    id: "person-1",
    email: "jane@example.com",
    name: "Jane",
    time_zone: "Europe/Berlin",
    locale: "en-GB",
    created_at: "2026-11-01T08:00:00Z",
    ...fields,
  };
}
