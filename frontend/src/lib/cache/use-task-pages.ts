import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { type TaskFilter, getTasks } from "@/lib/api/tasks";
import type { Page, Task } from "@/lib/api/types";
import { keys } from "./keys";

const NOTHING: TaskFilter = { status: "open", sort: "due" };

export function useTaskPages(filter: TaskFilter | null) {
  return useInfiniteQuery<Page<Task>, Error, InfiniteData<Page<Task>>, readonly unknown[], string | null>({
    queryKey: keys.tasks(filter ?? NOTHING),
    queryFn: ({ pageParam, signal }) => getTasks(filter ?? NOTHING, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next_cursor,
    enabled: filter !== null,
  });
}

/** How many open tasks the loaded pages hold, with "+" when there are more; null while unknown. */
export function useTaskCount(filter: TaskFilter): string | null {
  const { data } = useTaskPages(filter);
  if (!data) return null;
  const count = data.pages.reduce((sum, page) => sum + page.items.filter((task) => task.status === "open").length, 0);
  return data.pages.at(-1)?.next_cursor ? `${count}+` : String(count);
}
