import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

type Exchange = { request: IncomingMessage; response: ServerResponse; server: Server };

const DRAIN_MILLISECONDS = 8_000; // below the ten seconds after which an orchestrator kills what was asked to end
const LOOK_MILLISECONDS = 50;

/**
 * On SIGTERM: take no new connections, end live feeds, let every other request finish, then exit with 0.
 *
 * Next.js by itself waits for the feeds too, which never finish. It leaves signals to us when `NEXT_MANUAL_SIG_HANDLE`
 * is set before it starts.
 */
export function drainOnSignal(): void {
  const open = new Set<Exchange>();
  const servers = new Set<Server>();
  let draining = false;
  subscribe("http.server.request.start", (message) => {
    const exchange = message as Exchange;
    servers.add(exchange.server);
    open.add(exchange);
    exchange.response.once("close", () => open.delete(exchange));
    if (draining) exchange.response.setHeader("connection", "close");
  });
  process.once("SIGTERM", () => {
    draining = true;
    for (const server of servers) server.close();
    const deadline = Date.now() + DRAIN_MILLISECONDS;
    const look = () => {
      for (const exchange of open) if (isFeed(exchange)) exchange.response.destroy();
      for (const server of servers) server.closeIdleConnections();
      if (open.size > 0 && Date.now() < deadline) return;
      if (open.size > 0) process.stderr.write(`Ended with ${open.size} requests unfinished after ${DRAIN_MILLISECONDS} ms.\n`);
      process.exit(0);
    };
    setInterval(look, LOOK_MILLISECONDS);
  });
}

/** An event stream that was asked for by GET: its reader comes back by itself, and goes on where it was. */
function isFeed({ request, response }: Exchange): boolean {
  return request.method === "GET" && String(response.getHeader("content-type")).startsWith("text/event-stream");
}
