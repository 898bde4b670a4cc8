import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ListField } from "@/components/list-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, Select } from "@/components/ui/field";
import { createToken } from "@/lib/api/accounts";
import { keys } from "@/lib/cache/keys";
import { NewToken } from "./new-token";
import { useSubmit } from "./use-submit";

const EXPIRIES = { "30": "30 days", "90": "90 days", "365": "1 year", never: "Never" };

export function CreateTokenDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [token, setToken] = useState<string | null>(null);
  const { busy, error, submit } = useSubmit();

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const expiry = String(data.get("expiry"));
    const list = data.get("list");
    await submit(async () => {
      const created = await createToken({
        name: String(data.get("name")).trim(),
        scopes: data.get("scope") === "write" ? ["read", "write"] : ["read"],
        ...(list && { list_id: String(list) }),
        ...(expiry !== "never" && { expires_in_days: Number(expiry) }),
      });
      setToken(created.token);
      await client.invalidateQueries({ queryKey: keys.tokens });
    });
  }

  if (token) return <NewToken token={token} onClose={onClose} />;

  return (
    <Dialog title="Create a token" onClose={onClose}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4 px-5 pt-4 pb-5">
        <Field label="Name" hint="What will use it, so that you know which one to revoke." error={error.fields.name}>
          {(control) => <Input {...control} name="name" required maxLength={100} placeholder="Claude Desktop" autoComplete="off" />}
        </Field>
        <Field label="It may" error={error.fields.scopes}>
          {(control) => (
            <Select {...control} name="scope" defaultValue="write">
              <option value="read">Read tasks</option>
              <option value="write">Read and change tasks</option>
            </Select>
          )}
        </Field>
        <ListField name="list" error={error.fields.list_id} />
        <Field label="It expires after" error={error.fields.expires_in_days}>
          {(control) => (
            <Select {...control} name="expiry" defaultValue="90">
              {Object.entries(EXPIRIES).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {error.summary && (
          <p role="alert" className="text-sm text-danger">
            {error.summary}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" disabled={busy}>
            Create
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
