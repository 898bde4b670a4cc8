import { request } from "./client";
import type { Conversation, Message, Page, Understanding } from "./types";

export const getConversations = (query: { q?: string; cursor?: string | null; limit?: number }) =>
  request<Page<Conversation>>("GET", "/api/conversations", { query });
export const renameConversation = (id: string, title: string) =>
  request<Conversation>("PATCH", `/api/conversations/${id}`, { body: { title } });
export const deleteConversation = (id: string) => request<void>("DELETE", `/api/conversations/${id}`);

/** Items are oldest first within a page; each further page is older. */
export const getMessages = (id: string, cursor?: string | null) =>
  request<Page<Message>>("GET", `/api/conversations/${id}/messages`, { query: { cursor, limit: 30 } });

export const understand = (text: string, signal?: AbortSignal) =>
  request<Understanding>("POST", "/api/understand", { body: { text }, signal });
