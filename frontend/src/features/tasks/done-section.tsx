import type { TaskFilter } from "@/lib/api/tasks";
import { useTaskPages } from "@/lib/cache/use-task-pages";
import { useMe } from "@/lib/cache/use-me";
import { localNow } from "@/lib/format/day";
import { TaskRow } from "./task-row";
import { FoldedSection } from "./task-section";
import type { TaskActions } from "./use-task-actions";

interface Props {
  actions: TaskActions;
  /** Only what was completed on this day, when given. */
  day?: string;
  list?: string;
}

/** What is finished, folded under what is open. */
export function DoneSection({ actions, day, list }: Props) {
  const { time_zone } = useMe();
  const filter: TaskFilter = { status: "done", list, sort: "-completed", limit: 50 };
  const { data } = useTaskPages(filter);
  const done = (data?.pages[0]?.items ?? []).filter(
    (task) => !day || (task.completed_at && localNow(time_zone, new Date(task.completed_at)).startsWith(day)),
  );
  if (!done.length) return null;
  const more = !day && data?.pages[0]?.next_cursor ? "+" : "";
  return (
    <FoldedSection label="Done" count={`${done.length}${more}`}>
      <ul className="mt-1">
        {done.map((task) => (
          <TaskRow key={task.id} task={task} actions={actions} day={day ?? null} showList={!list} />
        ))}
      </ul>
    </FoldedSection>
  );
}
