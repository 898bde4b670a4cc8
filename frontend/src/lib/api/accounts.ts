import { request } from "./client";
import type { AccessToken, Me, Scope, Session } from "./types";

export interface Registration {
  email: string;
  password: string;
  time_zone?: string;
  locale?: string;
}

export const register = (body: Registration) => request<{ user: Me }>("POST", "/api/auth/register", { body });
export const signIn = (body: { email: string; password: string }) =>
  request<{ user: Me }>("POST", "/api/auth/login", { body });
export const signOut = () => request<void>("POST", "/api/auth/logout");

export const getMe = () => request<Me>("GET", "/api/me");
export const updateMe = (body: Partial<Pick<Me, "name" | "time_zone" | "locale">>) =>
  request<Me>("PATCH", "/api/me", { body });
export const deleteMe = (password: string) => request<void>("DELETE", "/api/me", { body: { password } });
export const changePassword = (body: { current_password: string; new_password: string }) =>
  request<void>("POST", "/api/me/password", { body });

export const getSessions = async () => (await request<{ items: Session[] }>("GET", "/api/sessions")).items;
export const endSession = (id: string) => request<void>("DELETE", `/api/sessions/${id}`);
export const endOtherSessions = () => request<void>("DELETE", "/api/sessions");

export const getTokens = async () => (await request<{ items: AccessToken[] }>("GET", "/api/tokens")).items;
export const createToken = (body: { name: string; scopes: Scope[]; expires_in_days?: number }) =>
  request<AccessToken & { token: string }>("POST", "/api/tokens", { body });
export const revokeToken = (id: string) => request<void>("DELETE", `/api/tokens/${id}`);
