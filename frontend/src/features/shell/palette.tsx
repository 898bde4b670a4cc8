import clsx from "clsx";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { getTasks } from "@/lib/api/tasks";
import { type Command, useCommands } from "./use-commands";

/** Go anywhere, find a task, or say it to the assistant: one field, arrows and Enter. */
export function Palette({ onClose, onAsk }: { onClose: () => void; onAsk: (text: string) => void }) {
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const q = text.trim();
  const { data } = useQuery({
    queryKey: ["palette", q],
    queryFn: ({ signal }) => getTasks({ status: "open", q, sort: "-updated", limit: 6 }, null, signal),
    enabled: q.length > 1,
    placeholderData: (previous) => previous,
    gcTime: 0,
  });
  const commands = useCommands(q, q.length > 1 ? (data?.items ?? []) : [], onAsk);
  const current = commands[Math.min(active, commands.length - 1)];

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    // After the dialog has given the focus back, so that what opens can take it.
    setTimeout(command.run);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      event.preventDefault();
      setActive((at) => (Math.min(at, commands.length - 1) + step + commands.length) % Math.max(commands.length, 1));
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(current);
    }
  }

  return (
    <Dialog title="Go to anything" hideTitle placement="top" onClose={onClose}>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search size={16} strokeWidth={1.75} className="shrink-0 text-ink-3" aria-hidden />
        <input
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={current && `palette-${current.id}`}
          aria-label="Go to anything"
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          placeholder="Go to a view, find a task, or say what to do"
          className="h-12 min-w-0 flex-1 bg-transparent outline-none!"
        />
      </div>
      <ul id="palette-list" role="listbox" aria-label="Results" className="max-h-[50vh] overflow-y-auto p-1.5">
        {commands.map((command) => (
          <li
            key={command.id}
            id={`palette-${command.id}`}
            role="option"
            aria-selected={command === current}
            onClick={() => run(command)}
            onPointerMove={() => setActive(commands.indexOf(command))}
            ref={command === current ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
            className={clsx("flex min-h-9 touch:min-h-11 cursor-default items-center gap-3 rounded-lg px-3 text-sm", command === current && "bg-hover")}
          >
            <span className="text-ink-3">{command.icon}</span>
            <span className="min-w-0 flex-1 truncate">{command.label}</span>
            <span className="shrink-0 text-xs text-ink-3">{command.kind}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
