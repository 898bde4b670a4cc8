// @vitest-environment happy-dom
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { keyName, setSingleKeys, useShortcuts } from "./shortcuts";

const press = { d: vi.fn(), "mod+k": vi.fn() };

function Page() {
  useShortcuts(press);
  return <input aria-label="Words" />;
}

afterEach(() => setSingleKeys(true));

it("names keys with their modifiers", () => {
  expect(keyName({ key: "Z", metaKey: true, ctrlKey: false, shiftKey: true })).toBe("mod+shift+z");
  expect(keyName({ key: "?", metaKey: false, ctrlKey: false, shiftKey: true })).toBe("?");
});

it("acts on single keys, but not while someone types", async () => {
  const user = userEvent.setup();
  const { getByLabelText } = render(<Page />);
  await user.keyboard("d");
  expect(press.d).toHaveBeenCalledTimes(1);
  await user.type(getByLabelText("Words"), "d");
  expect(press.d).toHaveBeenCalledTimes(1);
});

it("leaves single keys alone when they are switched off; ⌘K still works", async () => {
  press.d.mockClear();
  setSingleKeys(false);
  const user = userEvent.setup();
  render(<Page />);
  await user.keyboard("d{Control>}k{/Control}");
  expect(press.d).not.toHaveBeenCalled();
  expect(press["mod+k"]).toHaveBeenCalled();
});
