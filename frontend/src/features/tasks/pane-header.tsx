import { ArrowDownUp } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { MenuChoice, MenuChoices, MenuContent, MenuLabel, MenuRoot, MenuTrigger } from "@/components/ui/menu";
import type { List } from "@/lib/api/types";
import { useMe } from "@/lib/cache/use-me";
import { formatDay } from "@/lib/format/day";
import { setParams } from "@/lib/navigation/navigate";
import { type ChosenSort, SORTS, VIEW_NAMES, type View, isSortable } from "@/lib/navigation/view";
import { SearchField } from "./search-field";

interface Props {
  view: View;
  list: List | undefined;
  sort: ChosenSort;
  today: string;
}

export function PaneHeader({ view, list, sort, today }: Props) {
  const { locale } = useMe();
  const title = titleOf(view, list);
  return (
    <header className="sticky top-0 z-10 bg-page/95 px-5 pt-3 pb-3 backdrop-blur-sm max-lg:pl-14 lg:px-11 lg:pt-6">
      <title>{`${title} · Todo`}</title>
      <div className="flex min-h-9 items-center gap-3">
        <h1 className="min-w-0 truncate text-xl font-medium">{title}</h1>
        {view.kind === "today" && (
          <p className="truncate pt-1 text-sm text-ink-3 tabular-nums">
            {formatDay(today, locale, { weekday: "short", day: "numeric", month: "long" })}
          </p>
        )}
        <span className="flex-1" />
        {isSortable(view) && <SortMenu sort={sort} />}
      </div>
      {view.kind === "search" && <SearchField q={view.q} />}
    </header>
  );
}

function titleOf(view: View, list: List | undefined): string {
  switch (view.kind) {
    case "list":
      return list?.name ?? "List";
    case "tag":
      return `#${view.tag}`;
    case "search":
      return "Search";
    default:
      return VIEW_NAMES[view.kind];
  }
}

function SortMenu({ sort }: { sort: ChosenSort }) {
  return (
    <MenuRoot>
      <MenuTrigger asChild>
        <IconButton label={`Sorted by ${SORTS[sort].toLowerCase()}`}>
          <ArrowDownUp size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </MenuTrigger>
      <MenuContent>
        <MenuLabel>Sort by</MenuLabel>
        <MenuChoices value={sort} onValueChange={(next) => setParams({ sort: next === "due" ? null : next }, { replace: true })}>
          {Object.entries(SORTS).map(([value, label]) => (
            <MenuChoice key={value} value={value}>
              {label}
            </MenuChoice>
          ))}
        </MenuChoices>
      </MenuContent>
    </MenuRoot>
  );
}
