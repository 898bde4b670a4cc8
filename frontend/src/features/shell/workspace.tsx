"use client";

import clsx from "clsx";
import { Menu } from "lucide-react";
import { type CSSProperties, type ReactNode, useEffect } from "react";
import { IconButton } from "@/components/ui/button";
import { useView } from "@/lib/navigation/navigate";
import { viewPath } from "@/lib/navigation/view";
import { ChatResizer } from "./chat-resizer";
import { Drawer } from "./drawer";
import { restoreLayout, setLayout, useLayout } from "./layout-state";
import { PhoneTabs } from "./phone-tabs";
import "./workspace.css";

interface Props {
  sidebar: ReactNode;
  tasks: ReactNode;
  chat: ReactNode;
  composer: ReactNode;
}

/** Sidebar, tasks, conversation; on a phone one above the other, with the composer always in reach. */
export function Workspace({ sidebar, tasks, chat, composer }: Props) {
  const { chatOpen, chatWidth, phonePane, drawer } = useLayout();
  const view = useView();
  useEffect(restoreLayout, []);
  return (
    <div
      className="workspace"
      data-chat={chatOpen ? "open" : "closed"}
      data-pane={phonePane}
      style={{ "--chat-width": `${chatWidth}px` } as CSSProperties}
    >
      <div className="side flex-col overflow-y-auto border-r border-line bg-panel">{sidebar}</div>
      <main className="tasks relative flex min-h-0 flex-col">
        <IconButton label="Menu" onClick={() => setLayout({ drawer: true })} className="absolute top-3.5 left-3 z-20 touch:top-2 lg:hidden">
          <Menu size={20} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <div key={view.kind === "search" ? "search" : viewPath(view)} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
          <div className={clsx("mx-auto flex min-h-full flex-col", chatOpen ? "max-w-[52rem]" : "max-w-[48rem]")}>{tasks}</div>
        </div>
      </main>
      <aside aria-label="Conversation" className="chat relative min-h-0 flex-col border-line bg-panel md:border-l">
        <ChatResizer width={chatWidth} />
        {chat}
      </aside>
      <div className={clsx("composer border-line bg-panel", chatOpen ? "md:border-l" : "md:bg-page")}>
        <div className={clsx(!chatOpen && "mx-auto md:max-w-[48rem] md:px-2")}>{composer}</div>
      </div>
      <PhoneTabs pane={phonePane} />
      {drawer && <Drawer onClose={() => setLayout({ drawer: false })}>{sidebar}</Drawer>}
    </div>
  );
}
