import { api, read } from "./client";
import type { Message, Page } from "./types";

const at = (conversation_id: string) => ({ params: { path: { conversation_id } } });

export const getConversations = (query: { q?: string; cursor?: string; limit?: number }) =>
  read(api.GET("/api/conversations", { params: { query: { ...query, q: query.q || undefined } } }));
export const renameConversation = (id: string, title: string) =>
  read(api.PATCH("/api/conversations/{conversation_id}", { ...at(id), body: { title } }));
export const deleteConversation = (id: string) => read(api.DELETE("/api/conversations/{conversation_id}", at(id)));

const MESSAGES_A_PAGE = 30;

/** Items are oldest first within a page; each further page is older. */
export async function getMessages(id: string, cursor?: string | null): Promise<Page<Message>> {
  const query = { cursor: cursor ?? undefined, limit: MESSAGES_A_PAGE };
  const params = { ...at(id).params, query };
  const page = await read(api.GET("/api/conversations/{conversation_id}/messages", { params }));
  return page as unknown as Page<Message>;
}

export const understand = (text: string, signal?: AbortSignal) => read(api.POST("/api/understand", { body: { text }, signal }));
