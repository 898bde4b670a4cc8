import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Input } from "@/components/ui/field";
import { Popover } from "@/components/ui/popover";
import { getConversations } from "@/lib/api/conversations";
import { messageOf } from "@/lib/api/problem";
import { keys } from "@/lib/cache/keys";
import { ThreadItem } from "./thread-item";

/** The threads: which one is open, all of them, and finding one by its words. */
export function ThreadMenu({ thread }: { thread: string | null }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ queryKey: keys.conversations(""), queryFn: () => getConversations({ limit: 50 }) });
  const title = data?.items.find(({ id }) => id === thread)?.title ?? (thread ? "Conversation" : "New conversation");
  return (
    <Popover
      label="Conversations"
      open={open}
      onOpenChange={setOpen}
      className="w-80 max-w-[calc(100vw-1rem)]"
      trigger={
        <button
          aria-label={`Conversations, open: ${title}`}
          className="flex min-h-9 min-w-0 items-center gap-1.5 rounded-lg px-2 font-medium hover:bg-hover touch:min-h-11"
        >
          <span className="truncate">{title}</span>
          <ChevronDown size={16} strokeWidth={1.75} className="shrink-0 text-ink-3" aria-hidden />
        </button>
      }
    >
      <ThreadList thread={thread} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function ThreadList({ thread, onDone }: { thread: string | null; onDone: () => void }) {
  const [q, setQ] = useState("");
  const { data, error, isPending } = useQuery({
    queryKey: keys.conversations(q.trim()),
    queryFn: () => getConversations({ q: q.trim(), limit: 50 }),
    placeholderData: (previous) => previous,
  });
  return (
    <>
      <Input
        type="search"
        value={q}
        onChange={(event) => setQ(event.target.value)}
        placeholder="Search conversations"
        aria-label="Search conversations"
        className="h-9!"
      />
      <ul aria-label="Conversations" className="mt-1 max-h-80 overflow-y-auto">
        {data?.items.map((conversation) => (
          <ThreadItem key={conversation.id} conversation={conversation} open={conversation.id === thread} onDone={onDone} />
        ))}
      </ul>
      {error && <p className="px-2.5 py-3 text-sm text-danger">{messageOf(error)}</p>}
      {!isPending && data?.items.length === 0 && (
        <p className="px-2.5 py-3 text-sm text-ink-3">{q ? "No conversation has these words." : "No conversations yet."}</p>
      )}
    </>
  );
}
