import { type NextRequest, NextResponse } from "next/server";
import { isForBackend } from "./backend-paths";
import { refuseTooLarge } from "./body-limit";

/**
 * Passes `/api`, `/mcp` and what OAuth clients look up on to the backend, and gives every page its
 * Content-Security-Policy.
 *
 * `API_URL` is read on each request, so one image serves every deployment. Behind an ingress that routes
 * `/api` itself the first branch is never taken.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (isForBackend(pathname)) {
    const refused = refuseTooLarge(request.headers);
    if (refused) return refused;
    const backend = process.env.API_URL ?? "http://127.0.0.1:8000";
    return NextResponse.rewrite(new URL(pathname + search, backend), { request: { headers: request.headers } });
  }
  return withContentSecurityPolicy(request);
}

function withContentSecurityPolicy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Positioned menus and dialogs carry computed coordinates in style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (request.headers.get("x-forwarded-proto") === "https") {
    response.headers.set("strict-transport-security", "max-age=31536000");
  }
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|icon.svg|favicon.ico).*)"] };
