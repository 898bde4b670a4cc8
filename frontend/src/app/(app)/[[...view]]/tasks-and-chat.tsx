"use client";

import { ChatHeader } from "@/features/chat/chat-header";
import { useAsk, useThread } from "@/features/chat/chat-context";
import { Composer } from "@/features/chat/composer";
import { focusComposer } from "@/features/chat/composer-focus";
import { Conversation } from "@/features/chat/conversation";
import { LatestAnswer } from "@/features/chat/latest-answer";
import { TaskHistory } from "@/features/history/task-history";
import { CheatSheet } from "@/features/shell/cheat-sheet";
import { setLayout, showChat, useLayout } from "@/features/shell/layout-state";
import { Palette } from "@/features/shell/palette";
import { Sidebar } from "@/features/shell/sidebar";
import { useAppKeys } from "@/features/shell/use-app-keys";
import { useChatShown } from "@/features/shell/use-chat-shown";
import { Workspace } from "@/features/shell/workspace";
import { TaskDetail } from "@/features/tasks/task-detail";
import { TaskPane } from "@/features/tasks/task-pane";

/** Where the features meet: none of them knows another. */
export function TasksAndChat() {
  const thread = useThread();
  const ask = useAsk();
  const chatShown = useChatShown();
  const { palette, cheatSheet } = useLayout();
  useAppKeys(focusComposer);
  const askAndShow = (text: string) => {
    ask(text);
    focusComposer();
  };
  return (
    <>
      <Workspace
        sidebar={<Sidebar />}
        tasks={<TaskPane onAsk={askAndShow} />}
        chat={
          <>
            <ChatHeader thread={thread ?? null} onClose={() => showChat(false)} />
            <Conversation thread={thread} />
          </>
        }
        composer={
          <>
            <LatestAnswer thread={thread ?? null} shown={!chatShown} onOpen={() => showChat(true)} />
            <Composer thread={thread} />
          </>
        }
      />
      <TaskDetail history={(task) => <TaskHistory task={task} />} />
      {palette && <Palette onClose={() => setLayout({ palette: false })} onAsk={askAndShow} />}
      {cheatSheet && <CheatSheet onClose={() => setLayout({ cheatSheet: false })} />}
    </>
  );
}
