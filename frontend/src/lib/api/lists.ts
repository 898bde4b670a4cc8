import { change, request } from "./client";
import type { List } from "./types";

export const getLists = async () => (await request<{ items: List[] }>("GET", "/api/lists")).items;
export const addList = (name: string) => change<List>("POST", "/api/lists", { body: { name } });
export const renameList = (list: List, name: string) =>
  change<List>("PATCH", `/api/lists/${list.id}`, { body: { name, version: list.version } });
export const deleteList = (id: string) => change<List>("DELETE", `/api/lists/${id}`);
