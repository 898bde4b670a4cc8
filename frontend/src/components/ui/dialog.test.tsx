// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { Dialog } from "./dialog";

interface Props {
  onOpenerGone?: () => void;
  children?: ReactNode;
}

function Page({ onOpenerGone, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {!(open && onOpenerGone) && <button onClick={() => setOpen(true)}>Open</button>}
      {open && (
        <Dialog title="Keys" onClose={() => setOpen(false)} onOpenerGone={onOpenerGone}>
          {children}
        </Dialog>
      )}
    </>
  );
}

afterEach(cleanup);

async function openAndClose(page: ReactNode) {
  const user = userEvent.setup();
  render(page);
  await user.click(screen.getByRole("button", { name: "Open" }));
  await user.keyboard("{Escape}");
}

it("gives the focus back to what had it, even from a field that took it on mounting", async () => {
  await openAndClose(
    <Page>
      <input autoFocus aria-label="Words" />
    </Page>,
  );
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Open" })));
});

it("says when what had the focus is gone", async () => {
  const onOpenerGone = vi.fn();
  await openAndClose(<Page onOpenerGone={onOpenerGone} />);
  await waitFor(() => expect(onOpenerGone).toHaveBeenCalledTimes(1));
});
