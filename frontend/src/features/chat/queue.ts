/** A message written while another is being answered. */
export interface Queued {
  key: string;
  conversationId: string | null;
  text: string;
}

export const queuedFor = (queue: Queued[], conversationId: string | null) =>
  queue.filter((each) => each.conversationId === conversationId);

/** The oldest message that waits in a conversation, and the queue without it. */
export function takeNext(queue: Queued[], conversationId: string | null): [Queued | null, Queued[]] {
  const next = queue.find((each) => each.conversationId === conversationId) ?? null;
  return [next, next ? queue.filter((each) => each !== next) : queue];
}

/** What was written before the conversation had an id belongs to it once it has. */
export function adopt(queue: Queued[], conversationId: string): Queued[] {
  return queue.map((each) => (each.conversationId === null ? { ...each, conversationId } : each));
}
