// @vitest-environment happy-dom
import { QueryObserver, onlineManager } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { Problem } from "@/lib/api/problem";
import { createQueryClient } from "./query-client";

afterEach(() => {
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

it("fails without a network after three tries, and asks again when it is back", async () => {
  vi.useFakeTimers();
  onlineManager.setOnline(false);
  const client = createQueryClient();
  client.mount();
  const ask = vi.fn(() => (onlineManager.isOnline() ? Promise.resolve("tasks") : Promise.reject(Problem.offline())));
  const query = new QueryObserver(client, { queryKey: ["tasks"], queryFn: ask });
  const leave = query.subscribe(() => undefined);
  await vi.advanceTimersByTimeAsync(5000);
  expect(query.getCurrentResult()).toMatchObject({ status: "error", fetchStatus: "idle" });
  expect(ask).toHaveBeenCalledTimes(3);
  onlineManager.setOnline(true);
  await vi.advanceTimersByTimeAsync(10);
  expect(query.getCurrentResult().data).toBe("tasks");
  leave();
  client.unmount();
});
