import { api, read } from "./client";
import type { Me, Scope } from "./types";

export interface Registration {
  email: string;
  password: string;
  time_zone?: string;
  locale?: string;
}

export const register = (body: Registration) => read(api.POST("/api/auth/register", { body }));
export const signIn = (body: { email: string; password: string }) => read(api.POST("/api/auth/login", { body }));
export const signOut = () => read(api.POST("/api/auth/logout"));

export const getMe = () => read(api.GET("/api/me"));
export const updateMe = (body: Partial<Pick<Me, "name" | "time_zone" | "locale">>) => read(api.PATCH("/api/me", { body }));
export const deleteMe = (password: string) => read(api.DELETE("/api/me", { body: { password } }));
export const changePassword = (body: { current_password: string; new_password: string }) =>
  read(api.POST("/api/me/password", { body }));

export const getSessions = async () => (await read(api.GET("/api/sessions"))).items;
export const endSession = (session_id: string) =>
  read(api.DELETE("/api/sessions/{session_id}", { params: { path: { session_id } } }));
export const endOtherSessions = () => read(api.DELETE("/api/sessions"));

export const getTokens = async () => (await read(api.GET("/api/tokens"))).items;
export const createToken = (body: { name: string; scopes: Scope[]; expires_in_days?: number; list_id?: string }) =>
  read(api.POST("/api/tokens", { body }));
export const revokeToken = (token_id: string) =>
  read(api.DELETE("/api/tokens/{token_id}", { params: { path: { token_id } } }));
