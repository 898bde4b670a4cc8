// @vitest-environment happy-dom
import { QueryClient } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { MeContext } from "@/lib/cache/use-me";
import { sampleMe, sampleTask } from "@/testing/samples";
import { RowDue } from "./row-pickers";
import { taskActions } from "./use-task-actions";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-23T12:00:00Z") }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function nameOf(due: string | null, day: string | null = null) {
  render(
    <MeContext value={sampleMe()}>
      <RowDue task={sampleTask({ due })} actions={taskActions(new QueryClient())} day={day} />
    </MeContext>,
  );
  const button = screen.getByRole("button");
  return [button.textContent, button.getAttribute("aria-label")];
}

it("is called by what it reads, then by the full date", () => {
  expect(nameOf("2026-11-22")).toEqual(["Yesterday", "Due Yesterday, Sunday, 22 November 2026"]);
  cleanup();
  expect(nameOf("2026-11-27")).toEqual(["Fri", "Due Fri, Friday, 27 November 2026"]);
});

it("does not say twice what the full date says", () => {
  expect(nameOf("2026-11-23T17:00", "2026-11-23")).toEqual(["17:00", "Due Monday, 23 November 2026, 17:00"]);
});

it("offers a date where there is none", () => {
  expect(nameOf(null)).toEqual(["", "Set due date"]);
});
