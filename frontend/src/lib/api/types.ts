/** The shapes of the HTTP contract under the names that the app uses. */

export type Priority = "none" | "low" | "medium" | "high";
export type Scope = "read" | "write";

export interface Me {
  id: string;
  email: string;
  name: string | null;
  time_zone: string;
  locale: string;
  created_at: string;
}

export interface Session {
  id: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  user_agent: string | null;
  current: boolean;
}

export interface AccessToken {
  id: string;
  name: string;
  scopes: Scope[];
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
}

/** `due` is local to `zone`: a date ("2026-11-24") or a date and time ("2026-11-24T17:00"). */
export interface Task {
  id: string;
  title: string;
  description: string | null;
  status: "open" | "done";
  due: string | null;
  zone: string;
  repeat: string | null;
  priority: Priority;
  list: string | null;
  tags: string[];
  position: number;
  version: number;
  source: string;
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  deleted_at: string | null;
}

export interface TaskInput {
  title: string;
  description?: string | null;
  due?: string | null;
  repeat?: string | null;
  priority?: Priority;
  list?: string | null;
  tags?: string[];
}

export interface List {
  id: string;
  name: string;
  position: number;
  version: number;
  open_tasks: number;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export type ChangeAction = "add" | "update" | "complete" | "reopen" | "delete" | "restore" | "undo" | "redo";

/** One change in the history: who did what to which task or list. `actor` may be "mcp:<client>". */
export interface Change {
  id: string;
  seq: number;
  turn_id: string;
  conversation_id: string | null;
  actor: string;
  action: ChangeAction;
  entity: "task" | "list";
  entity_id: string;
  before: Task | List | null;
  after: Task | List | null;
  undone: boolean;
  created_at: string;
}

export interface Conversation {
  id: string;
  title: string;
  created_at: string;
  updated_at: string;
}

export interface Message {
  id: string;
  role: "user" | "assistant";
  text: string;
  turn_id: string;
  status: "running" | "done" | "stopped" | "failed";
  model: string | null;
  events: TurnCard[];
  created_at: string;
}

export interface Understanding {
  intent: string;
  title: string | null;
  due: string | null;
  due_text: string | null;
  repeat: string | null;
  repeat_text: string | null;
  priority: Priority | null;
  list: string | null;
  tags: string[];
}

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

/** Old and new state of what one act changed, with whether it has been taken back since. */
export interface Receipt {
  event_id: string;
  turn_id: string;
  action: ChangeAction;
  before: Task | List | null;
  after: Task | List | null;
  undone?: boolean;
}

export interface Approval {
  turn_id: string;
  actions: { tool: string; arguments: Record<string, unknown>; task: Task }[];
  expires_at: string;
}

export interface TurnError {
  code: string;
  message: string;
  retry_after?: number | null;
}

/** What an answer shows besides its text; stored with the message. */
export type TurnCard =
  | { event: "receipt"; data: Receipt }
  | { event: "choices"; data: { candidates: Task[] } }
  | { event: "approval"; data: Approval }
  | { event: "list"; data: { tasks: Task[]; total: number } }
  | { event: "error"; data: TurnError };

export type TurnEvent =
  | TurnCard
  | { event: "turn"; data: { conversation_id: string; turn_id: string; title: string } }
  | { event: "text"; data: { delta: string } }
  | { event: "tool"; data: { name: string; arguments: Record<string, unknown> } }
  | { event: "done"; data: { model: string | null; seconds: number; tokens?: number | null } };
