import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isForBackend } from "./backend-paths";

/** What Next.js answers, with status 500 and no type, when the place that a request was passed on to does not. */
const UNREACHED = "Internal Server Error";
const PROBLEM = JSON.stringify({
  type: "urn:todo:problem:unavailable",
  title: "Bad gateway",
  status: 502,
  code: "unavailable",
  detail: "The server does not answer. Try again in a moment.",
});

/** Makes that answer a problem document (RFC 9457) with status 502, as clients of the API have every other error. */
export function answerWithBadGateway(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (!isForBackend(request.url?.split("?")[0] ?? "")) return;
    const end = response.end.bind(response) as (chunk?: unknown, ...rest: unknown[]) => ServerResponse;
    response.end = ((chunk?: unknown, ...rest: unknown[]) => {
      if (chunk !== UNREACHED || response.statusCode !== 500 || response.headersSent || response.hasHeader("content-type"))
        return end(chunk, ...rest);
      response.statusCode = 502;
      response.setHeader("content-type", "application/problem+json");
      return end(PROBLEM);
    }) as typeof response.end;
  });
}
