import clsx from "clsx";
import { CalendarDays, List, Repeat, SignalHigh, Tag } from "lucide-react";
import type { ReactNode } from "react";
import { Textarea } from "@/components/ui/field";
import type { TaskPatch } from "@/lib/api/types";
import type { Priority, Task } from "@/lib/api/types";
import { useDueStyle } from "@/lib/cache/use-now";
import { dueTone, sayDueInFull } from "@/lib/format/due";
import { REPEAT_PRESETS, sayRepeat } from "@/lib/format/repeat";
import { DuePicker } from "./due-picker";
import { ListPicker } from "./list-picker";
import { PRIORITY_LABELS, PriorityIcon } from "./priority-icon";
import { TagsInput } from "./tags-input";

interface Props {
  task: Task;
  onChange: (patch: TaskPatch) => void;
  tick: ReactNode;
}

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;
const valueClass =
  "flex min-h-9 touch:min-h-11 w-full items-center rounded-lg px-2.5 text-left transition-colors duration-120 hover:bg-hover";

export function DetailFields({ task, onChange, tick }: Props) {
  const { now, locale } = useDueStyle();
  const { due } = task;
  const dueSaid = due ? sayDueInFull(due, locale) : "No date";
  const overdue = due && task.status === "open" && dueTone(due, now) === "overdue";
  return (
    <>
      <div className="flex items-start">
        <span className="-ml-2">{tick}</span>
        <Textarea
          aria-label="Title"
          value={task.title}
          onChange={(event) => onChange({ title: event.target.value.replace(/\n/g, " ") })}
          maxLength={255}
          rows={1}
          className="field-sizing-content resize-none border-transparent bg-transparent! px-2! text-lg font-medium"
        />
      </div>
      <Textarea
        aria-label="Description"
        value={task.description ?? ""}
        onChange={(event) => onChange({ description: event.target.value || null })}
        placeholder="Description"
        maxLength={10_000}
        rows={2}
        className="mt-1 ml-7 field-sizing-content max-h-64 w-[calc(100%-1.75rem)]! touch:ml-9 touch:w-[calc(100%-2.25rem)]! resize-none border-transparent bg-transparent! px-2! text-ink-2"
      />
      <dl className="mt-3 flex flex-col border-t border-line pt-3">
        <Row icon={<CalendarDays {...icon} />} label="Due">
          <DuePicker
            due={due}
            onPick={(next) => onChange({ due: next })}
            trigger={
              <button type="button" aria-label={`Due: ${dueSaid}`} className={clsx(valueClass, overdue ? "text-danger" : !due && "text-ink-3")}>
                {dueSaid}
              </button>
            }
          />
        </Row>
        <Row icon={<Repeat {...icon} />} label="Repeat">
          <RepeatSelect repeat={task.repeat} onChange={(repeat) => onChange({ repeat })} />
        </Row>
        <Row icon={<SignalHigh {...icon} />} label="Priority">
          <PriorityChoice priority={task.priority} onChange={(priority) => onChange({ priority })} />
        </Row>
        <Row icon={<List {...icon} />} label="List">
          <ListPicker
            list={task.list}
            onPick={(list) => onChange({ list })}
            trigger={
              <button type="button" aria-label={`List: ${task.list ?? "No list"}`} className={clsx(valueClass, !task.list && "text-ink-3")}>
                <span className="truncate">{task.list ?? "No list"}</span>
              </button>
            }
          />
        </Row>
        <Row icon={<Tag {...icon} />} label="Tags">
          <TagsInput tags={task.tags} onChange={(tags) => onChange({ tags })} />
        </Row>
      </dl>
    </>
  );
}

function Row({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2 py-0.5">
      <dt className="flex min-h-9 w-[5.5rem] shrink-0 items-center gap-2 text-sm text-ink-3 touch:min-h-11">
        {icon}
        {label}
      </dt>
      <dd className="min-w-0 flex-1">{children}</dd>
    </div>
  );
}

function RepeatSelect({ repeat, onChange }: { repeat: string | null; onChange: (repeat: string | null) => void }) {
  const preset = REPEAT_PRESETS.some(({ rule }) => rule === repeat);
  return (
    <select
      aria-label="Repeat"
      value={repeat ?? ""}
      onChange={(event) => onChange(event.target.value || null)}
      className={clsx(valueClass, "appearance-none bg-transparent", !repeat && "text-ink-3")}
    >
      <option value="">Does not repeat</option>
      {repeat && !preset && <option value={repeat}>{sayRepeat(repeat).replace(/^./, (first) => first.toUpperCase())}</option>}
      {REPEAT_PRESETS.map(({ rule, label }) => (
        <option key={rule} value={rule}>
          {label}
        </option>
      ))}
    </select>
  );
}

function PriorityChoice({ priority, onChange }: { priority: Priority; onChange: (priority: Priority) => void }) {
  return (
    <div role="radiogroup" aria-label="Priority" className="flex flex-wrap pt-1">
      {(Object.keys(PRIORITY_LABELS) as Priority[]).map((each) => (
        <label
          key={each}
          className="flex h-7 cursor-pointer items-center gap-1.5 rounded-md border border-transparent px-1.5 max-sm:px-1 text-sm text-ink-2 hover:bg-hover has-checked:border-line-strong has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent touch:h-11"
        >
          <input type="radio" name="priority" value={each} checked={each === priority} onChange={() => onChange(each)} className="sr-only" />
          {each !== "none" && <PriorityIcon priority={each} />}
          {PRIORITY_LABELS[each]}
        </label>
      ))}
    </div>
  );
}
