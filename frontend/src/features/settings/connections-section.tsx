import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { endConnection, getConnections } from "@/lib/api/connections";
import { messageOf } from "@/lib/api/problem";
import type { Connection } from "@/lib/api/types";
import { keys } from "@/lib/cache/keys";
import { toast } from "@/lib/cache/toasts";
import { sayDestination } from "@/lib/format/destination";
import { sayAgo } from "@/lib/format/instant";
import { sayAccess } from "./access";
import { Section } from "./section";

export function ConnectionsSection() {
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({ queryKey: keys.connections, queryFn: getConnections });

  async function disconnect({ id, name }: Connection) {
    try {
      await endConnection(id);
      toast(`${name} is disconnected.`);
    } catch (failure) {
      toast(messageOf(failure), { tone: "error" });
    }
    await client.invalidateQueries({ queryKey: keys.connections });
  }

  return (
    <Section title="Connected apps" lead="Assistants that you allowed to use your tasks. They connect to /mcp of this address.">
      {isPending && <SkeletonRows label="Loading connected apps" count={2} />}
      {error && <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className="text-ink-2">No apps yet. Add this address to an assistant, and it asks you here.</p>}
      <ul>
        {data?.map((connection) => (
          <ConnectionRow key={connection.id} connection={connection} onDisconnect={() => void disconnect(connection)} />
        ))}
      </ul>
    </Section>
  );
}

function ConnectionRow({ connection, onDisconnect }: { connection: Connection; onDisconnect: () => void }) {
  const { name, destination, created_at, last_used_at } = connection;
  const used = last_used_at ? `used ${sayAgo(last_used_at)}` : `connected ${sayAgo(created_at)}, never used`;
  return (
    <li className="flex min-h-12 items-center gap-3 border-b border-line/70 py-1 last:border-0">
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        <span className="block text-sm text-ink-3">
          {sayDestination(destination)} · {sayAccess(connection)} · {used}
        </span>
      </span>
      <Button size="sm" variant="danger-ghost" aria-label={`Disconnect ${name}`} onClick={onDisconnect}>
        Disconnect
      </Button>
    </li>
  );
}
