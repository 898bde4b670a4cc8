import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/field";
import { connectSnippet } from "./connect-snippet";

/** A token that was just made, which cannot be seen again, and how it is used. */
export function NewToken({ token, onClose }: { token: string; onClose: () => void }) {
  const { origin } = location;
  const snippet = connectSnippet(origin, token);
  return (
    <Dialog
      title="Copy the token now"
      description="It is shown this once. Whoever has it can act as you within its scope."
      className="sm:max-w-xl!"
      onClose={onClose}
    >
      <div className="flex min-h-0 flex-col gap-5 overflow-y-auto px-5 pt-4 pb-5">
        <Copied label="Token" what="the token" value={token} />
        <section aria-label="Claude Desktop">
          <h3 className="font-medium">Claude Desktop</h3>
          <p className="mt-0.5 text-sm text-ink-2">
            Settings → Developer → Edit config, with the path of <code>todo</code> on your computer:{" "}
            <code className="wrap-anywhere">.venv/bin/todo</code> where the app is set up. Other desktop clients take the same.
          </p>
          <div className="relative mt-2">
            <pre tabIndex={0} aria-label="Configuration" className="rounded-lg border border-line bg-panel p-3 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
              {snippet}
            </pre>
            <CopyButton what="the configuration" text={snippet} size="sm" className="absolute top-2 right-2" />
          </div>
        </section>
        <section aria-label="Everything else that speaks MCP">
          <h3 className="font-medium">Everything else that speaks MCP</h3>
          <p className="mt-0.5 mb-2 text-sm text-ink-2">
            Streamable HTTP at this address, with the header <code>Authorization: Bearer</code> and the token.
          </p>
          <Copied label="Address" what="the address" value={`${origin}/mcp`} />
        </section>
      </div>
      <footer className="flex justify-end border-t border-line px-5 py-3">
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </footer>
    </Dialog>
  );
}

function Copied({ label, what, value }: { label: string; what: string; value: string }) {
  return (
    <div className="flex gap-2">
      <Input readOnly value={value} aria-label={label} onFocus={(event) => event.target.select()} className="min-w-0 font-mono text-sm!" />
      <CopyButton what={what} text={value} className="h-10! touch:h-11!" />
    </div>
  );
}
