import { CalendarDays, Flag, ListTree, MoreHorizontal, PanelRight, Pencil, Trash2 } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import {
  MenuChoice,
  MenuChoices,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRoot,
  MenuSeparator,
  MenuTrigger,
  useAfterMenu,
} from "@/components/ui/menu";
import type { Priority, Task } from "@/lib/api/types";
import { setParams } from "@/lib/navigation/navigate";
import { PRIORITY_LABELS, PriorityIcon } from "./priority-icon";
import { editTitle, openPicker } from "./row-state";
import type { TaskActions } from "./use-task-actions";

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;
const KEYS: Record<Priority, string> = { high: "1", medium: "2", low: "3", none: "0" };

export function RowMenu({ task, actions }: { task: Task; actions: TaskActions }) {
  const { afterMenu, onCloseAutoFocus } = useAfterMenu();
  return (
    <MenuRoot>
      <MenuTrigger asChild>
        <IconButton
          label={`More for ${task.title}`}
          size="icon-sm"
          className="opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 touch:hidden data-[state=open]:opacity-100"
        >
          <MoreHorizontal {...icon} />
        </IconButton>
      </MenuTrigger>
      <MenuContent onCloseAutoFocus={onCloseAutoFocus}>
        <MenuItem icon={<PanelRight {...icon} />} shortcut="↵" onSelect={afterMenu(() => setParams({ task: task.id }))}>
          Open
        </MenuItem>
        <MenuItem icon={<Pencil {...icon} />} shortcut="e" onSelect={afterMenu(() => editTitle(task.id))}>
          Edit title
        </MenuItem>
        <MenuItem icon={<CalendarDays {...icon} />} shortcut="t" onSelect={afterMenu(() => openPicker(task.id, "due"))}>
          Due date
        </MenuItem>
        <MenuItem icon={<ListTree {...icon} />} shortcut="l" onSelect={afterMenu(() => openPicker(task.id, "list"))}>
          Move to list
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>
          <span className="flex items-center gap-2">
            <Flag size={12} aria-hidden /> Priority
          </span>
        </MenuLabel>
        <MenuChoices
          value={task.priority}
          onValueChange={(priority) => void actions.patch(task, { priority: priority as Priority })}
        >
          {(Object.keys(PRIORITY_LABELS) as Priority[]).map((priority) => (
            <MenuChoice key={priority} value={priority}>
              <PriorityIcon priority={priority} />
              <span className="flex-1">{PRIORITY_LABELS[priority]}</span>
              <kbd className="text-xs text-ink-3">{KEYS[priority]}</kbd>
            </MenuChoice>
          ))}
        </MenuChoices>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 {...icon} />} shortcut="⌫" onSelect={() => void actions.remove(task)}>
          Delete
        </MenuItem>
      </MenuContent>
    </MenuRoot>
  );
}
