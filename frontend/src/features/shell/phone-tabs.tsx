import clsx from "clsx";
import { ListTodo, MessageSquare, Search } from "lucide-react";
import type { ReactNode } from "react";
import { openView, useView } from "@/lib/navigation/navigate";
import { setLayout } from "./layout-state";

const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;

export function PhoneTabs({ pane }: { pane: "tasks" | "chat" }) {
  const view = useView();
  const searching = pane === "tasks" && view.kind === "search";
  return (
    <nav aria-label="Panes" className="tabs flex border-t border-line bg-panel pb-[env(safe-area-inset-bottom)]">
      <Tab
        label="Tasks"
        icon={<ListTodo {...icon} />}
        current={pane === "tasks" && !searching}
        onPress={() => {
          setLayout({ phonePane: "tasks" });
          if (view.kind === "search") openView({ kind: "today" });
        }}
      />
      <Tab label="Chat" icon={<MessageSquare {...icon} />} current={pane === "chat"} onPress={() => setLayout({ phonePane: "chat" })} />
      <Tab
        label="Search"
        icon={<Search {...icon} />}
        current={searching}
        onPress={() => {
          setLayout({ phonePane: "tasks" });
          openView({ kind: "search", q: "" });
        }}
      />
    </nav>
  );
}

function Tab({ label, icon, current, onPress }: { label: string; icon: ReactNode; current: boolean; onPress: () => void }) {
  return (
    <button
      aria-current={current ? "page" : undefined}
      onClick={onPress}
      className={clsx("flex h-13 flex-1 flex-col items-center justify-center text-xs", current ? "font-medium text-accent" : "text-ink-3")}
    >
      {icon}
      {label}
    </button>
  );
}
