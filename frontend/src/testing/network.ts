import { vi } from "vitest";

type Answer = (request: Request) => Response | Promise<Response>;

/** Stands in for the server at the edge of the network; gives the requests it saw. */
export function answerWith(answer: Answer): Request[] {
  const seen: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    seen.push(request.clone() as Request);
    return answer(request);
  });
  return seen;
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

/** An event stream that ends after `events`; with `broken` its connection fails there instead. */
export function eventStream(events: [id: number, event: string, data: unknown][], { broken = false } = {}): Response {
  const text = events.map(([id, event, data]) => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = text.shift();
      if (next) controller.enqueue(encoder.encode(next));
      else if (broken) controller.error(new TypeError("network error"));
      else controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}
