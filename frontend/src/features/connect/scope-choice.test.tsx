// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ScopeChoice } from "./scope-choice";

afterEach(cleanup);

describe("what an app may do", () => {
  it("is reading and changing, or reading alone, when both are asked for", async () => {
    const onChange = vi.fn();
    render(<ScopeChoice asked={["read", "write"]} allowed={["read", "write"]} onChange={onChange} />);
    expect(screen.getByRole("radio", { name: "Read and change tasks" })).toHaveProperty("checked", true);
    await userEvent.click(screen.getByRole("radio", { name: "Only read tasks" }));
    expect(onChange).toHaveBeenCalledWith(["read"]);
  });

  it.each([
    [["read"] as const, "It may read your tasks."],
    [["write"] as const, "It may change your tasks."],
  ])("is no choice when only %s is asked for", (asked, said) => {
    render(<ScopeChoice asked={[...asked]} allowed={[...asked]} onChange={vi.fn()} />);
    expect(screen.getByText(said)).toBeTruthy();
    expect(screen.queryByRole("radio")).toBeNull();
  });
});
