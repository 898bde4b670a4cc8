// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { MeContext } from "@/lib/cache/use-me";
import { sampleMe, sampleTask } from "@/testing/samples";
import type { Act } from "./act-words";
import { ApprovalCard } from "./approval-card";

afterEach(cleanup);

const milk = sampleTask({ title: "Buy milk" });
const rent = sampleTask({ title: "Pay rent" });
const act = (tool: string, task: Act["task"]): Act => ({ tool, task, arguments: { task: task.id } });
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

function ask(actions: Act[], expires_at = inMinutes(10)) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const onApprove = vi.fn();
  render(
    <QueryClientProvider client={client}>
      <MeContext value={sampleMe()}>
        <ApprovalCard approval={{ turn_id: "t", actions, expires_at }} open onApprove={onApprove} onReject={vi.fn()} />
      </MeContext>
    </QueryClientProvider>,
  );
  return onApprove;
}

describe("ApprovalCard", () => {
  it("leaves out what is not ticked, and counts what is", async () => {
    const onApprove = ask([act("delete_task", milk), act("delete_task", rent)]);
    await userEvent.click(screen.getByRole("checkbox", { name: /Buy milk/ }));
    await userEvent.click(screen.getByRole("button", { name: "Yes, delete 1 task" }));
    expect(onApprove).toHaveBeenCalledExactlyOnceWith([milk.id]);
  });

  it("has no yes to nothing", async () => {
    ask([act("delete_task", milk)]);
    await userEvent.click(screen.getByRole("checkbox", { name: /Buy milk/ }));
    expect(screen.getByRole("button", { name: /^Yes/ })).toHaveProperty("disabled", true);
  });

  it("says of each task what would happen to it where that differs", () => {
    ask([act("delete_task", milk), act("complete_task", rent)]);
    expect(screen.getByRole("checkbox", { name: "Buy milk Delete" })).toBeTruthy();
    expect(screen.getByRole("checkbox", { name: "Pay rent Complete" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Yes, change 2 tasks" })).toBeTruthy();
  });

  it("says once what happens to all", () => {
    ask([act("complete_task", milk), act("complete_task", rent)]);
    expect(screen.getByRole("checkbox", { name: "Buy milk" })).toBeTruthy();
  });

  it("offers nothing once it has lapsed, and says what to do", () => {
    ask([act("delete_task", milk)], inMinutes(-1));
    expect(screen.getByRole("status").textContent).toContain("Ask again");
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
