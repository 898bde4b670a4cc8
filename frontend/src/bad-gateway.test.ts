import { type RequestListener, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, expect, it } from "vitest";
import { answerWithBadGateway } from "./bad-gateway";

const open: ReturnType<typeof createServer>[] = [];

beforeAll(answerWithBadGateway);
afterEach(() => open.splice(0).forEach((server) => server.close()));

async function answer(path: string, listener: RequestListener): Promise<Response> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resume) => server.listen(0, "127.0.0.1", resume));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
}

const unreached: RequestListener = (_, response) => {
  response.statusCode = 500;
  response.end("Internal Server Error");
};

it("says by a problem document that the backend does not answer", async () => {
  const response = await answer("/api/tasks?status=open", unreached);
  expect(response.status).toBe(502);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toMatchObject({ status: 502, code: "unavailable" });
});

it("leaves what the backend itself answered", async () => {
  const response = await answer("/mcp", (request, reply) => {
    reply.setHeader("content-type", "text/plain");
    unreached(request, reply as Parameters<RequestListener>[1]);
  });
  expect(response.status).toBe(500);
  expect(await response.text()).toBe("Internal Server Error");
});

it("leaves pages", async () => {
  expect((await answer("/apiary", unreached)).status).toBe(500);
});
