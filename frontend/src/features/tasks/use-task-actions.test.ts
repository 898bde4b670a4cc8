// @vitest-environment happy-dom
import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { lastAct, newestAct } from "@/lib/cache/acts";
import { showChange } from "@/lib/cache/apply";
import { keys } from "@/lib/cache/keys";
import type { TaskPages } from "@/lib/cache/pages";
import { answerWith, json } from "@/testing/network";
import { sampleChange, sampleTask } from "@/testing/samples";
import { taskActions } from "./use-task-actions";

const filter = { status: "open", sort: "due" } as const;
const task = sampleTask({ title: "Buy milk" });

function openList() {
  const client = new QueryClient();
  client.setQueryData<TaskPages>(keys.tasks(filter), { pages: [{ items: [task], next_cursor: null }], pageParams: [null] });
  const shown = () => client.getQueryData<TaskPages>(keys.tasks(filter))?.pages.flatMap(({ items }) => items) ?? [];
  return { client, actions: taskActions(client), shown };
}

describe("taskActions", () => {
  it("shows a change before the server has answered, then what the server made of it", async () => {
    const { actions, shown } = openList();
    answerWith(() => json({ ...task, title: "Buy oat milk", version: 2 }, 200, { "x-turn-id": "turn-9" }));
    const changed = actions.patch(task, { title: "Buy oat milk" });
    expect(shown()).toMatchObject([{ title: "Buy oat milk", version: 1 }]);
    await changed;
    expect(shown()).toMatchObject([{ title: "Buy oat milk", version: 2 }]);
    expect(lastAct()).toBe("turn-9");
  });

  it("is the newest act even when it is not answered yet", async () => {
    const { actions } = openList();
    answerWith(async () => {
      await new Promise((resume) => setTimeout(resume, 20));
      return json({ ...task, version: 2 }, 200, { "x-turn-id": "turn-slow" });
    });
    const removed = actions.remove(task);
    expect(await newestAct()).toBe("turn-slow");
    await removed;
  });

  it("takes a change back that the server refuses", async () => {
    const { actions, shown } = openList();
    answerWith(() => json({ code: "storage_full", detail: "No room.", status: 507 }, 507));
    const removed = actions.remove(task);
    expect(shown()).toEqual([]);
    expect(await removed).toBe(false);
    expect(shown()).toEqual([task]);
  });

  it("shows the stored task and asks when another change came first", async () => {
    const { actions, shown } = openList();
    const current = { ...task, title: "Theirs", version: 5 };
    answerWith(() => json({ code: "version_conflict", detail: "Changed.", status: 409, current }, 409));
    await expect(actions.patch(task, { title: "Mine", version: 1 })).rejects.toMatchObject({ code: "version_conflict", current });
    expect(shown()).toEqual([current]);
  });

  it("lets a completed row linger, then go", async () => {
    vi.useFakeTimers();
    const { actions, shown } = openList();
    answerWith(() => json({ ...task, status: "done", version: 2 }));
    const completed = actions.complete(task);
    expect(shown()).toMatchObject([{ status: "done" }]);
    await completed;
    await vi.advanceTimersByTimeAsync(2000);
    expect(shown()).toEqual([]);
    vi.useRealTimers();
  });

  it("shows a new task once when the live feed brings it before the answer", async () => {
    const { actions, shown, client } = openList();
    const real = sampleTask({ title: "New" });
    answerWith(() => {
      showChange(client, sampleChange(real, { action: "add", actor: "person" }));
      return json(real, 201);
    });
    const added = actions.add({ title: "New" }, "Europe/Berlin");
    await vi.waitFor(() => expect(shown().map(({ id }) => id)).toEqual([task.id, real.id]));
    await added;
    expect(shown().map(({ id }) => id)).toEqual([task.id, real.id]);
  });

  it("replaces the draft of a new task by the real one", async () => {
    const { actions, shown } = openList();
    const real = sampleTask({ title: "New" });
    answerWith(() => json(real, 201));
    const added = actions.add({ title: "New" }, "Europe/Berlin");
    expect(shown().map(({ title, version }) => [title, version])).toEqual([["Buy milk", 1], ["New", 0]]);
    await added;
    expect(shown().map(({ id }) => id)).toEqual([task.id, real.id]);
  });
});
