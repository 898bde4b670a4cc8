"use client";

import { useEffect, useMemo, useRef } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { messageOf } from "@/lib/api/problem";
import { useDueStyle } from "@/lib/cache/use-now";
import { useLists } from "@/lib/cache/use-lists";
import { useMe } from "@/lib/cache/use-me";
import { useTaskPages } from "@/lib/cache/use-task-pages";
import { useParam, useView } from "@/lib/navigation/navigate";
import { type ChosenSort, filterOf } from "@/lib/navigation/view";
import { BulkBar } from "./bulk-bar";
import { DoneSection } from "./done-section";
import { groupTasks } from "./groups";
import { PaneHeader } from "./pane-header";
import { QuickAdd } from "./quick-add";
import { TaskSection } from "./task-section";
import { TrashRow } from "./trash-row";
import { useListKeys } from "./use-list-keys";
import { useTaskActions } from "./use-task-actions";
import { ViewEmpty } from "./view-empty";

/** The tasks of the view in the address. `onAsk` sends a sentence to the conversation. */
export function TaskPane({ onAsk }: { onAsk: (text: string) => void }) {
  const view = useView();
  const sort = (useParam("sort") ?? "due") as ChosenSort;
  const style = useDueStyle();
  const me = useMe();
  const lists = useLists();
  const actions = useTaskActions();
  const today = style.now.slice(0, 10);
  const filter = filterOf(view, today, lists.data, sort);
  const query = useTaskPages(filter);
  const tasks = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const groups = groupTasks(tasks, view, sort, style, me.time_zone);
  const list = view.kind === "list" ? lists.data?.find((each) => each.id === view.id) : undefined;
  const missing = view.kind === "list" && lists.data !== undefined && !list;
  const adds = ["today", "inbox", "upcoming", "all"].includes(view.kind) || list !== undefined;
  useListKeys(tasks, actions);

  return (
    <>
      <PaneHeader view={view} list={list} sort={sort} today={today} />
      <div className="flex-1 px-3 pb-8 sm:px-5 lg:px-9">
        {adds && <QuickAdd actions={actions} defaults={{ ...(view.kind === "today" && { due: today }), ...(list && { list: list.name }) }} />}
        {missing && <p className="px-2 py-8 text-ink-2">This list was deleted. Its tasks are in the trash.</p>}
        {filter && query.isPending && <SkeletonRows label="Loading tasks" />}
        {query.isError && !query.data && <ErrorState message={messageOf(query.error)} onRetry={() => void query.refetch()} />}
        {query.data && !tasks.length && <ViewEmpty view={view} onAsk={onAsk} />}
        {view.kind === "trash" ? (
          <ul>{tasks.map((task) => <TrashRow key={task.id} task={task} actions={actions} />)}</ul>
        ) : (
          groups.map((group) => <TaskSection key={group.key} group={group} actions={actions} showList={view.kind !== "list"} />)
        )}
        {query.hasNextPage && <LoadMore key={query.data?.pages.length} busy={query.isFetchingNextPage} onLoad={() => void query.fetchNextPage()} />}
        {view.kind === "today" && <DoneSection actions={actions} day={today} />}
        {list && <DoneSection actions={actions} list={list.name} />}
      </div>
      <BulkBar tasks={tasks} actions={actions} />
    </>
  );
}

/** Loads by itself when it comes near, and by hand for those who go by keys. */
function LoadMore({ busy, onLoad }: { busy: boolean; onLoad: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const load = useRef(onLoad);
  useEffect(() => {
    load.current = onLoad;
  });
  useEffect(() => {
    const root = button.current?.closest(".overflow-y-auto");
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && load.current(), { root, rootMargin: "800px" });
    if (button.current) watch.observe(button.current);
    return () => watch.disconnect();
  }, []);
  return (
    <Button ref={button} size="sm" variant="ghost" disabled={busy} onClick={onLoad}>
      {busy ? "Loading…" : "Load more"}
    </Button>
  );
}
