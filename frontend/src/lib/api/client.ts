import createClient from "openapi-fetch";
import { Problem } from "./problem";
import type { paths } from "./schema";
import { announceSignedOut } from "./signed-out";

/** The HTTP client, typed by the OpenAPI document. Every call rejects with a `Problem` unless the answer is 2xx. */
export const api = createClient<paths>({ credentials: "same-origin", cache: "no-store", fetch: (request) => fetch(request) });

api.use({
  onRequest({ request }) {
    if (request.method !== "GET") request.headers.set("X-CSRF", "1");
  },
  async onResponse({ response }) {
    if (response.ok) return;
    const problem = await Problem.from(response);
    if (problem.code === "unauthenticated") announceSignedOut();
    throw problem;
  },
  onError({ request }) {
    return request.signal.aborted ? undefined : Problem.offline();
  },
});

interface Answered<T> {
  data?: T;
  response: Response;
}

export async function read<T>(call: Promise<Answered<T>>): Promise<T> {
  return (await call).data as T;
}

export interface Changed<T> {
  data: T;
  /** The turn that the change belongs to (what undo takes back); null when nothing changed. */
  turnId: string | null;
}

const underWay = new Set<Promise<unknown>>();

/** Resolves when every change that was sent has been answered, and whoever sent it has taken the answer up. */
export async function changesAnswered(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay);
  await new Promise((resume) => setTimeout(resume));
}

/** `call` itself, which `changesAnswered` waits for. */
export function awaited<T>(call: Promise<T>): Promise<T> {
  underWay.add(call);
  return call.finally(() => underWay.delete(call));
}

/** Like `read`, for what can be undone. */
export async function change<T>(call: Promise<Answered<T>>): Promise<Changed<T>> {
  const { data, response } = await awaited(call);
  return { data: data as T, turnId: response.headers.get("x-turn-id") };
}
