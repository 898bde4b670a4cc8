import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { getTokens, revokeToken } from "@/lib/api/accounts";
import { messageOf } from "@/lib/api/problem";
import type { AccessToken } from "@/lib/api/types";
import { keys } from "@/lib/cache/keys";
import { toast } from "@/lib/cache/toasts";
import { useMe } from "@/lib/cache/use-me";
import { sayAgo, sayInstant } from "@/lib/format/instant";
import { sayAccess } from "./access";
import { CreateTokenDialog } from "./create-token-dialog";
import { Section } from "./section";

export function TokensSection() {
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({ queryKey: keys.tokens, queryFn: getTokens });
  const [creating, setCreating] = useState(false);

  async function revoke(token: AccessToken) {
    try {
      await revokeToken(token.id);
      toast(`The token ${token.name} no longer works.`);
    } catch (failure) {
      toast(messageOf(failure), { tone: "error" });
    }
    await client.invalidateQueries({ queryKey: keys.tokens });
  }

  return (
    <Section title="Access tokens" lead="For scripts, and for MCP clients such as Claude Desktop, at /mcp.">
      {isPending && <SkeletonRows label="Loading tokens" count={2} />}
      {error && <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className="text-ink-2">No tokens yet.</p>}
      <ul>
        {data?.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => void revoke(token)} />
        ))}
      </ul>
      <Button className="mt-3" onClick={() => setCreating(true)}>
        <Plus size={16} strokeWidth={1.75} aria-hidden /> Create a token
      </Button>
      {creating && <CreateTokenDialog onClose={() => setCreating(false)} />}
    </Section>
  );
}

function TokenRow({ token, onRevoke }: { token: AccessToken; onRevoke: () => void }) {
  const me = useMe();
  const used = token.last_used_at ? `used ${sayAgo(token.last_used_at)}` : "never used";
  const ends = token.expires_at ? `expires ${sayInstant(token.expires_at, me.time_zone, me.locale)}` : "does not expire";
  return (
    <li className="flex min-h-12 items-center gap-3 border-b border-line/70 py-1 last:border-0">
      <span className="min-w-0 flex-1">
        <span className="block truncate">{token.name}</span>
        <span className="block text-sm text-ink-3">
          {sayAccess(token)} · {used} · {ends}
        </span>
      </span>
      <Button size="sm" variant="danger-ghost" aria-label={`Revoke ${token.name}`} onClick={onRevoke}>
        Revoke
      </Button>
    </li>
  );
}
