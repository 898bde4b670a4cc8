"use client";

import { CalendarDays, CircleCheck, Inbox, Layers, Search, Sun, Trash2 } from "lucide-react";
import { useTaskCount } from "@/lib/cache/use-task-pages";
import { useNow } from "@/lib/cache/use-now";
import { useView } from "@/lib/navigation/navigate";
import { VIEW_NAMES, filterOf } from "@/lib/navigation/view";
import { AccountMenu } from "./account-menu";
import { ListNav } from "./list-nav";
import { NavLink } from "./nav-link";

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

export function Sidebar() {
  const view = useView();
  const today = useNow().slice(0, 10);
  const todayCount = useTaskCount(filterOf({ kind: "today" }, today, undefined) ?? { status: "open", sort: "due" });
  const inboxCount = useTaskCount({ status: "open", list: "none", sort: "due" });
  const link = (kind: keyof typeof VIEW_NAMES, glyph: React.ReactNode, count?: string | null) => (
    <NavLink view={{ kind }} current={view.kind === kind} icon={glyph} label={VIEW_NAMES[kind]} count={count} />
  );
  return (
    <>
      <div className="p-2 pt-3">
        <AccountMenu />
      </div>
      <nav aria-label="Views" className="flex flex-1 flex-col px-2 pb-4">
        <ul>
          <NavLink view={{ kind: "search", q: "" }} current={view.kind === "search"} icon={<Search {...icon} />} label="Search" />
          {link("today", <Sun {...icon} />, todayCount)}
          {link("inbox", <Inbox {...icon} />, inboxCount)}
          {link("upcoming", <CalendarDays {...icon} />)}
          {link("all", <Layers {...icon} />)}
        </ul>
        <ListNav />
        <span className="flex-1" />
        <ul className="mt-4 border-t border-line pt-2">
          {link("done", <CircleCheck {...icon} />)}
          {link("trash", <Trash2 {...icon} />)}
        </ul>
      </nav>
    </>
  );
}
