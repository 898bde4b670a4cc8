import { api, change, read } from "./client";
import type { List } from "./types";

const at = (list_id: string) => ({ params: { path: { list_id } } });

export const getLists = async () => (await read(api.GET("/api/lists"))).items;
export const addList = (name: string) => change(api.POST("/api/lists", { body: { name } }));
export const renameList = (list: List, name: string) =>
  change(api.PATCH("/api/lists/{list_id}", { ...at(list.id), body: { name, version: list.version } }));
export const deleteList = (id: string) => change(api.DELETE("/api/lists/{list_id}", at(id)));
