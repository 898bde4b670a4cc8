import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { deleteMe } from "@/lib/api/accounts";
import { Section } from "./section";
import { useSubmit } from "./use-submit";

const WORD = "delete";

export function DeleteSection() {
  const [open, setOpen] = useState(false);
  return (
    <Section title="Delete account" lead="All tasks, lists and conversations go with it, at once and for good.">
      <Button variant="danger-ghost" className="border border-line" onClick={() => setOpen(true)}>
        Delete account…
      </Button>
      {open && <DeleteDialog onClose={() => setOpen(false)} />}
    </Section>
  );
}

function DeleteDialog({ onClose }: { onClose: () => void }) {
  const [word, setWord] = useState("");
  const { busy, error, submit } = useSubmit();

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password"));
    if (await submit(() => deleteMe(password))) location.replace("/sign-up");
  }

  return (
    <Dialog title="Delete account" description="This cannot be undone: there is no trash for accounts." onClose={onClose}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4 px-5 pt-4 pb-5">
        <Field label={`Type “${WORD}” to confirm`}>
          {(control) => <Input {...control} value={word} onChange={(event) => setWord(event.target.value)} autoComplete="off" />}
        </Field>
        <Field label="Password" error={error.fields.password ?? error.summary ?? undefined}>
          {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required maxLength={200} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep account</Button>
          <Button type="submit" variant="danger" disabled={busy || word.trim().toLowerCase() !== WORD}>
            Delete for good
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
