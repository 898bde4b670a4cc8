import type { TaskFilter } from "@/lib/api/tasks";

export const keys = {
  me: ["me"] as const,
  answering: ["answering"] as const,
  sessions: ["sessions"] as const,
  tokens: ["tokens"] as const,
  connections: ["connections"] as const,
  question: (query: string) => ["question", query] as const,
  lists: ["lists"] as const,
  allTasks: ["tasks"] as const,
  tasks: (filter: TaskFilter) => ["tasks", filter] as const,
  task: (id: string) => ["task", id] as const,
  history: (taskId: string | null) => ["history", taskId] as const,
  allConversations: ["conversations"] as const,
  conversations: (q: string) => ["conversations", q] as const,
  messages: (conversationId: string) => ["messages", conversationId] as const,
};
