import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Laptop, Smartphone } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { endOtherSessions, endSession, getSessions } from "@/lib/api/accounts";
import { messageOf } from "@/lib/api/problem";
import type { Session } from "@/lib/api/types";
import { keys } from "@/lib/cache/keys";
import { toast } from "@/lib/cache/toasts";
import { sayAgo } from "@/lib/format/instant";
import { sayDevice } from "./device";
import { Section } from "./section";

export function SessionsSection() {
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({ queryKey: keys.sessions, queryFn: getSessions });
  const others = data?.filter((session) => !session.current) ?? [];

  async function end(act: () => Promise<void>, said: string) {
    try {
      await act();
      toast(said);
    } catch (failure) {
      toast(messageOf(failure), { tone: "error" });
    }
    await client.invalidateQueries({ queryKey: keys.sessions });
  }

  return (
    <Section title="Signed-in devices" lead="End what you do not recognise, then change the password.">
      {isPending && <SkeletonRows label="Loading devices" count={2} />}
      {error && <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />}
      <ul>
        {data?.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => void end(() => endSession(session.id), "That device is signed out.")} />
        ))}
      </ul>
      {others.length > 1 && (
        <Button className="mt-3" onClick={() => void end(endOtherSessions, "All other devices are signed out.")}>
          Sign out all others
        </Button>
      )}
    </Section>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const device = sayDevice(session.user_agent);
  const Icon = device.mobile ? Smartphone : Laptop;
  return (
    <li className="flex min-h-12 items-center gap-3 border-b border-line/70 py-1 last:border-0">
      <Icon size={20} strokeWidth={1.75} className="shrink-0 text-ink-3" aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="block truncate" title={session.user_agent ?? undefined}>
          {device.name}
        </span>
        <span className="block text-sm text-ink-3">{session.current ? "This device" : `Last active ${sayAgo(session.last_seen_at)}`}</span>
      </span>
      {!session.current && (
        <Button size="sm" aria-label={`Sign out ${device.name}`} onClick={onEnd}>
          Sign out
        </Button>
      )}
    </li>
  );
}
