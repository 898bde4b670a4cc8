import { api, read } from "./client";
import type { Scope } from "./types";

/** What an app asks for; `query` is what it sent the person here with, word for word. */
export const getQuestion = (query: string) => read(api.GET("/api/oauth/authorization", { querySerializer: () => query }));

/** Allows the app `allow` in one list or in all, or nothing; resolves to where the browser has to go now. */
export const answerQuestion = async (query: string, allow: Scope[], list_id: string | null) => {
  const asked = Object.fromEntries(new URLSearchParams(query));
  return (await read(api.POST("/api/oauth/authorization", { body: { ...asked, allow, list_id } }))).redirect_to;
};

export const getConnections = async () => (await read(api.GET("/api/connections"))).items;
export const endConnection = (connection_id: string) =>
  read(api.DELETE("/api/connections/{connection_id}", { params: { path: { connection_id } } }));
