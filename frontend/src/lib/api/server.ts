import "server-only";
import { cookies, headers } from "next/headers";
import type { Me } from "./types";

export type Visitor = { state: "signed-in"; me: Me } | { state: "signed-out" } | { state: "unknown" };

/** Who asks for this page; "unknown" when the backend gave no clear answer, and the browser should ask itself. */
export async function getVisitor(): Promise<Visitor> {
  const cookie = (await cookies()).toString();
  if (!cookie) return { state: "signed-out" };
  try {
    const response = await fetch(new URL("/api/me", process.env.API_URL ?? "http://127.0.0.1:8000"), {
      headers: { cookie, "x-forwarded-for": (await headers()).get("x-forwarded-for") ?? "" },
      cache: "no-store",
      signal: AbortSignal.timeout(3000),
    });
    if (response.ok) return { state: "signed-in", me: await response.json() };
    return response.status === 401 ? { state: "signed-out" } : { state: "unknown" };
  } catch {
    return { state: "unknown" };
  }
}
