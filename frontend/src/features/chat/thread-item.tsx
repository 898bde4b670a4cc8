import clsx from "clsx";
import { useQueryClient } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Input } from "@/components/ui/field";
import { deleteConversation, renameConversation } from "@/lib/api/conversations";
import { messageOf } from "@/lib/api/problem";
import type { Conversation } from "@/lib/api/types";
import { keys } from "@/lib/cache/keys";
import { toast } from "@/lib/cache/toasts";
import { sayAgo } from "@/lib/format/instant";
import { setParams } from "@/lib/navigation/navigate";
import { NEW_THREAD } from "./chat-context";

interface Props {
  conversation: Conversation;
  open: boolean;
  onDone: () => void;
}

/** One thread: open it, rename it in place, or delete it after a second press. */
export function ThreadItem({ conversation, open, onDone }: Props) {
  const client = useQueryClient();
  const [mode, setMode] = useState<"shown" | "renaming" | "deleting">("shown");
  const { id, title } = conversation;

  async function change(act: () => Promise<unknown>) {
    setMode("shown");
    try {
      await act();
    } catch (error) {
      toast(messageOf(error), { tone: "error" });
    }
    await client.invalidateQueries({ queryKey: keys.allConversations });
  }

  if (mode === "renaming")
    return (
      <li className="py-0.5">
        <Input
          autoFocus
          defaultValue={title}
          aria-label={`New name of ${title}`}
          maxLength={200}
          className="h-9!"
          onBlur={() => setMode("shown")}
          onKeyDown={(event) => {
            const name = event.currentTarget.value.trim();
            if (event.key === "Enter" && name) void change(() => renameConversation(id, name));
            if (event.key === "Escape") {
              event.stopPropagation();
              setMode("shown");
            }
          }}
        />
      </li>
    );

  if (mode === "deleting")
    return (
      <li className="flex items-center gap-1 rounded-md bg-danger-soft py-1 pr-1 pl-2.5 text-sm">
        <span className="min-w-0 flex-1 truncate">Delete “{title}”?</span>
        <Button size="sm" autoFocus onClick={() => setMode("shown")}>
          Keep
        </Button>
        <Button
          size="sm"
          variant="danger"
          onClick={() =>
            void change(async () => {
              await deleteConversation(id);
              if (open) setParams({ thread: NEW_THREAD }, { replace: true });
            })
          }
        >
          Delete
        </Button>
      </li>
    );

  return (
    <li className={clsx("group/thread flex items-center rounded-md pr-1 hover:bg-hover", open && "bg-hover")}>
      <button
        aria-current={open || undefined}
        onClick={() => {
          setParams({ thread: id });
          onDone();
        }}
        className="flex min-h-9 min-w-0 flex-1 items-baseline gap-2 rounded-md px-2.5 py-1.5 text-left text-sm touch:min-h-11"
      >
        <span className="min-w-0 flex-1 truncate">{title}</span>
        <span className="shrink-0 text-xs text-ink-3">{sayAgo(conversation.updated_at)}</span>
      </button>
      <span className="flex opacity-0 group-focus-within/thread:opacity-100 group-hover/thread:opacity-100 touch:opacity-100">
        <IconButton label={`Rename ${title}`} size="icon-sm" onClick={() => setMode("renaming")}>
          <Pencil size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <IconButton label={`Delete ${title}`} size="icon-sm" onClick={() => setMode("deleting")}>
          <Trash2 size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </span>
    </li>
  );
}
