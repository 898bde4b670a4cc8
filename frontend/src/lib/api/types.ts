/** The shapes of the HTTP contract under the names that the app uses. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Me = Schemas["Me"];
export type Session = Schemas["SessionOut"];
export type AccessToken = Schemas["TokenOut"];
/** Who answers in the chat. */
export type Answering = Schemas["Answering"];
export type Mode = Answering["default"];
export type Connection = Schemas["ConnectionOut"];
export type Destination = Schemas["DestinationOut"];
export type Question = Schemas["QuestionOut"];
export type Task = Schemas["Task"];
export type TaskInput = Schemas["NewTask"];
export type TaskPatch = Partial<Omit<TaskInput, "priority" | "position" | "tags">> & {
  priority?: Priority;
  tags?: string[];
  version?: number;
};
export type List = Schemas["TaskList"];
export type Conversation = Schemas["Conversation"];
export type Priority = Task["priority"];
export type Scope = AccessToken["scopes"][number];

export interface Page<T> {
  items: T[];
  next_cursor?: string | null;
}

/** One change in the history: who did what to which task or list. `actor` may be "mcp:<client>". */
export type Change = Omit<Schemas["Event"], "before" | "after"> & {
  before: Task | List | null;
  after: Task | List | null;
};
export type ChangeAction = Change["action"];

export type Message = Omit<Schemas["Message"], "events"> & { events: TurnCard[] };

/** What the first act of a sentence would be. */
export type Understanding = Schemas["Understood"];

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

/** The OpenAPI document does not describe event streams: these are the events of a turn. */
export type TurnEvent =
  | TurnCard
  | { event: "turn"; data: { conversation_id: string; turn_id: string; title: string } }
  | { event: "text"; data: { delta: string } }
  | { event: "tool"; data: { name: string; arguments: Record<string, unknown> } }
  | { event: "done"; data: { model: string | null; seconds: number; tokens?: number | null } };
