import clsx from "clsx";
import type { ReactNode } from "react";
import { openView } from "@/lib/navigation/navigate";
import { type View, viewPath } from "@/lib/navigation/view";
import { setLayout } from "./layout-state";

interface Props {
  view: View;
  current: boolean;
  icon: ReactNode;
  label: string;
  count?: string | null;
  /** Shown in place of the count with the pointer or the focus. */
  menu?: ReactNode;
}

/** A link that a plain press follows without loading a page, and a modified press opens as any link. */
export function NavLink({ view, current, icon, label, count, menu }: Props) {
  const counted = count && count !== "0";
  return (
    <li className="group/nav relative">
      <a
        href={viewPath(view)}
        aria-current={current ? "page" : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          setLayout({ drawer: false, phonePane: "tasks" });
          openView(view);
        }}
        className={clsx(
          "flex h-8 items-center gap-2.5 rounded-lg px-2.5 text-sm transition-colors duration-120 touch:h-11",
          current ? "bg-hover font-medium text-ink" : "text-ink-2 hover:bg-hover/70 hover:text-ink",
        )}
      >
        <span className={current ? "text-accent" : "text-ink-3"}>{icon}</span>
        <span className="min-w-0 flex-1 truncate">
          {label}
          {/* Unseen yet inline: what is taken out of the line is read with a space before it. */}
          {counted && <span className="text-[0px]">,</span>}
        </span>
        {counted && (
          <span
            className={clsx("text-xs font-normal text-ink-3 tabular-nums", menu && "group-focus-within/nav:invisible group-hover/nav:invisible touch:visible! touch:mr-9")}
          >
            {count}
            <span className="sr-only"> open</span>
          </span>
        )}
      </a>
      {menu && (
        <span className="absolute inset-y-0 right-0.5 flex items-center opacity-0 group-focus-within/nav:opacity-100 group-hover/nav:opacity-100 has-data-[state=open]:opacity-100 touch:opacity-100">
          {menu}
        </span>
      )}
    </li>
  );
}
