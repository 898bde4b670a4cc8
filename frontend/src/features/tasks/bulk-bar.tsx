import { CalendarDays, Check, List, Trash2, X } from "lucide-react";
import { Button, IconButton } from "@/components/ui/button";
import type { Task } from "@/lib/api/types";
import { DuePicker } from "./due-picker";
import { ListPicker } from "./list-picker";
import { clearSelection, useSelection } from "./row-state";
import type { TaskActions } from "./use-task-actions";

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

/** What can be done to all selected rows at once. */
export function BulkBar({ tasks, actions }: { tasks: Task[]; actions: TaskActions }) {
  const selection = useSelection();
  const selected = tasks.filter((task) => selection.has(task.id));
  if (!selected.length) return null;
  const all = (act: (task: Task) => void) => {
    selected.forEach(act);
    clearSelection();
  };
  return (
    <div
      role="toolbar"
      aria-label="Selected tasks"
      className="sticky bottom-3 z-10 mx-auto flex max-w-[calc(100%-1.5rem)] animate-rise items-center gap-1 overflow-x-auto rounded-xl border border-line bg-raised p-1.5 shadow-float"
    >
      <span className="px-2 text-sm whitespace-nowrap tabular-nums">{selected.length} selected</span>
      <Button size="sm" variant="ghost" onClick={() => all((task) => void actions.complete(task))}>
        <Check {...icon} /> Done
      </Button>
      <DuePicker
        due={null}
        onPick={(due) => all((task) => void actions.patch(task, { due }))}
        trigger={
          <Button size="sm" variant="ghost">
            <CalendarDays {...icon} /> Date
          </Button>
        }
      />
      <ListPicker
        list={null}
        onPick={(list) => all((task) => void actions.patch(task, { list }))}
        trigger={
          <Button size="sm" variant="ghost">
            <List {...icon} /> List
          </Button>
        }
      />
      <Button size="sm" variant="danger-ghost" onClick={() => all((task) => void actions.remove(task))}>
        <Trash2 {...icon} /> Delete
      </Button>
      <IconButton label="Clear selection" size="icon-sm" onClick={clearSelection}>
        <X {...icon} />
      </IconButton>
    </div>
  );
}
