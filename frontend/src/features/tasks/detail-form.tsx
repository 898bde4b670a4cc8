import { Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Problem } from "@/lib/api/problem";
import type { Task, TaskPatch } from "@/lib/api/types";
import { ConflictNotice } from "./conflict-notice";
import { DetailFields } from "./detail-fields";
import { Tick } from "./tick";
import type { TaskActions } from "./use-task-actions";

interface Props {
  task: Task;
  actions: TaskActions;
  history: (task: Task) => ReactNode;
  onClose: () => void;
}

/** A task as a form: nothing is stored before Save. */
export function DetailForm({ task, actions, history, onClose }: Props) {
  // Only touched fields are drafted: the others go on following the task as it changes elsewhere.
  const [edit, setEdit] = useState<TaskPatch>({});
  const [conflict, setConflict] = useState<Task | null>(null);
  const [saving, setSaving] = useState(false);
  const touched = Object.keys(edit).some((field) => field !== "version");
  const change = (patch: TaskPatch) => setEdit((draft) => ({ version: task.version, ...draft, ...patch }));

  async function save(patch: TaskPatch) {
    if (patch.title !== undefined && !patch.title.trim()) return;
    setSaving(true);
    try {
      if (await actions.patch(task, patch, "Saved")) onClose();
    } catch (error) {
      if (error instanceof Problem) setConflict(error.current);
    } finally {
      setSaving(false);
    }
  }

  return (
    <form
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        // The pickers' own forms stand in portals, but what is submitted there bubbles here through React.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        if (touched) void save(edit);
        else onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
      }}
    >
      <div className="flex-1 overflow-y-auto px-5 pt-2 pb-5">
        {conflict && (
          <ConflictNotice
            edit={edit}
            current={conflict}
            onKeepMine={() => void save({ ...edit, version: conflict.version })}
            onTakeTheirs={() => {
              setEdit({});
              setConflict(null);
            }}
          />
        )}
        <DetailFields
          task={{ ...task, ...edit } as Task}
          onChange={change}
          tick={<Tick title={task.title} done={task.status === "done"} onToggle={() => void (task.status === "done" ? actions.reopen(task) : actions.complete(task))} />}
        />
        {history(task)}
      </div>
      <footer className="flex items-center gap-2 border-t border-line px-5 py-3">
        <Button
          variant="danger-ghost"
          className="-ml-2"
          onClick={() => {
            onClose();
            void actions.remove(task);
          }}
        >
          <Trash2 size={16} strokeWidth={1.75} aria-hidden /> Delete
        </Button>
        <span className="flex-1" />
        <Button variant="ghost" onClick={onClose}>
          {touched ? "Cancel" : "Close"}
        </Button>
        {touched && (
          <Button type="submit" variant="primary" disabled={saving || edit.title?.trim() === ""}>
            Save
          </Button>
        )}
      </footer>
    </form>
  );
}
