import { CornerDownLeft, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { understand } from "@/lib/api/conversations";
import type { TaskInput } from "@/lib/api/types";
import { useMe } from "@/lib/cache/use-me";
import { UnderstoodChips } from "@/components/understood-chips";
import { useUnderstanding } from "@/lib/cache/use-understanding";
import { inputOf } from "./quick-add-input";
import type { TaskActions } from "./use-task-actions";

interface Props {
  actions: TaskActions;
  /** What the view gives to a task made in it: its day, its list. */
  defaults: Partial<TaskInput>;
}

const asAct = (text: string) => `add ${text}`;

/** One line that makes a task. Dates, lists, tags and priority in it are read as in the conversation. */
export function QuickAdd({ actions, defaults }: Props) {
  const { time_zone } = useMe();
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const understood = useUnderstanding(text && asAct(text));

  async function add() {
    const line = text.replace(/\s+/g, " ").trim();
    if (!line) return;
    setText("");
    const reading = understood ?? (await understand(asAct(line)).catch(() => null));
    const added = await actions.add({ ...defaults, ...inputOf(line, reading) }, time_zone);
    if (!added) setText((typed) => typed || line);
  }

  return (
    <form
      className="group/add mb-4"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label className="flex h-10 items-center rounded-lg border border-line pr-2 transition-colors duration-120 focus-within:border-accent hover:border-line-strong touch:h-[46px]">
        <span className="grid size-9 shrink-0 place-items-center text-ink-3 group-focus-within/add:text-accent">
          <Plus size={16} strokeWidth={1.75} aria-hidden />
        </span>
        <input
          ref={field}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && field.current?.blur()}
          placeholder="Add a task"
          aria-label="Add a task"
          maxLength={255}
          autoComplete="off"
          enterKeyHint="done"
          className="h-full min-w-0 flex-1 bg-transparent outline-none"
        />
        {text && (
          <button type="submit" aria-label="Add" title="Add" className="grid size-7 touch:size-11 place-items-center rounded-md text-ink-3 hover:text-accent">
            <CornerDownLeft size={16} strokeWidth={1.75} aria-hidden />
          </button>
        )}
      </label>
      {text && <UnderstoodChips understood={understood} className="px-2 pt-1.5" />}
    </form>
  );
}
