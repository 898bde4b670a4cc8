"use client";

import { PanelRightClose, SquarePen } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import { setParams } from "@/lib/navigation/navigate";
import { NEW_THREAD } from "./chat-context";
import { focusComposer } from "./composer-focus";
import { ThreadMenu } from "./thread-menu";

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

export function ChatHeader({ thread, onClose }: { thread: string | null; onClose: () => void }) {
  return (
    <header className="flex items-center gap-1 py-2 pr-2 pl-2 lg:pt-4">
      <ThreadMenu thread={thread} />
      <span className="flex-1" />
      <IconButton
        label="New conversation"
        onClick={() => {
          setParams({ thread: NEW_THREAD });
          setTimeout(focusComposer);
        }}
      >
        <SquarePen {...icon} />
      </IconButton>
      <IconButton label="Close conversation" onClick={onClose} className="max-md:hidden">
        <PanelRightClose {...icon} />
      </IconButton>
    </header>
  );
}
