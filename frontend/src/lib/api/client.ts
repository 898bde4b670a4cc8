import { Problem } from "./problem";
import { announceSignedOut } from "./signed-out";

export interface Answer<T> {
  data: T;
  /** The turn that a change belongs to (what undo takes back); null when nothing changed. */
  turnId: string | null;
}

type Query = Record<string, string | number | null | undefined>;

interface Options {
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

/** @throws {Problem} for every answer that is not 2xx, and when no answer comes. */
export async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  const { query, body, signal, headers } = options;
  let response: Response;
  try {
    response = await fetch(path + toSearch(query), {
      method,
      signal,
      credentials: "same-origin",
      cache: "no-store",
      headers: {
        ...(method === "GET" ? {} : { "X-CSRF": "1" }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw Problem.offline();
  }
  if (response.ok) return response;
  const problem = await Problem.from(response);
  if (problem.code === "unauthenticated") announceSignedOut();
  throw problem;
}

export async function request<T>(method: string, path: string, options?: Options): Promise<T> {
  const response = await send(method, path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Like `request`, for what can be undone. */
export async function change<T>(method: string, path: string, options?: Options): Promise<Answer<T>> {
  const response = await send(method, path, options);
  return { data: (await response.json()) as T, turnId: response.headers.get("x-turn-id") };
}

function toSearch(query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return pairs.length ? `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}` : "";
}
