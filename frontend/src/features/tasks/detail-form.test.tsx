// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { MeContext } from "@/lib/cache/use-me";
import { answerWith, json } from "@/testing/network";
import { sampleMe, sampleTask } from "@/testing/samples";
import { DetailForm } from "./detail-form";
import { taskActions } from "./use-task-actions";

function openForm() {
  const client = new QueryClient();
  const task = sampleTask({ title: "Water the ferns", due: "2026-11-24" });
  const requests = answerWith(() => json({ items: [] }));
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={client}>
      <MeContext value={sampleMe()}>
        <DetailForm task={task} actions={taskActions(client)} history={() => null} onClose={onClose} />
      </MeContext>
    </QueryClientProvider>,
  );
  const writes = () => requests.filter(({ method }) => method !== "GET");
  return { user: userEvent.setup(), onClose, writes };
}

afterEach(cleanup);

it("drafts the time that is set in the due picker, and stays open", async () => {
  const { user, onClose, writes } = openForm();
  await user.click(screen.getByRole("button", { name: /^Due/ }));
  await user.type(await screen.findByLabelText("Time"), "09:30");
  await user.click(screen.getByRole("button", { name: "Set" }));
  expect(screen.getByRole("button", { name: /^Due.*9:30/ })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Save" })).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
  expect(writes()).toEqual([]);
});

it("drafts the list that is named in the list picker, and stays open", async () => {
  const { user, onClose, writes } = openForm();
  await user.click(screen.getByRole("button", { name: /^List/ }));
  await user.type(await screen.findByLabelText("Find or name a list"), "Garden{Enter}");
  expect(screen.getByRole("button", { name: /^List.*Garden/ })).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
  expect(writes()).toEqual([]);
});
