import { ArrowRight, Circle, List, LogOut, MessageSquare, PanelRight, Settings, SquarePen, SunMoon } from "lucide-react";
import { useTheme } from "next-themes";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { Task } from "@/lib/api/types";
import { useLists } from "@/lib/cache/use-lists";
import { openView, setParams } from "@/lib/navigation/navigate";
import { VIEW_NAMES, type ViewName } from "@/lib/navigation/view";
import { getLayout, isChatShown, showChat } from "./layout-state";
import { useSignOut } from "./use-sign-out";

export interface Command {
  id: string;
  kind: "View" | "List" | "Task" | "Action" | "Assistant";
  label: string;
  icon: ReactNode;
  run: () => void;
}

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

/** What fits the words `q`: tasks found for them, places, actions, and always the words themselves as a message. */
export function useCommands(q: string, found: Task[], onAsk: (text: string) => void): Command[] {
  const { data: lists = [] } = useLists();
  const { resolvedTheme, setTheme } = useTheme();
  const router = useRouter();
  const signOut = useSignOut();
  const fits = ({ label }: Command) => label.toLowerCase().includes(q.toLowerCase());

  const views: Command[] = (Object.keys(VIEW_NAMES) as ViewName[]).map((kind) => ({
    id: kind,
    kind: "View",
    label: VIEW_NAMES[kind],
    icon: <ArrowRight {...icon} />,
    run: () => openView({ kind }),
  }));
  const places: Command[] = lists.map(({ id, name }) => ({
    id,
    kind: "List",
    label: name,
    icon: <List {...icon} />,
    run: () => openView({ kind: "list", id }),
  }));
  const action = (id: string, label: string, glyph: ReactNode, run: () => void): Command => ({ id, kind: "Action", label, icon: glyph, run });
  const actions = [
    action("new-conversation", "New conversation", <SquarePen {...icon} />, () => {
      setParams({ thread: "new" });
      showChat(true);
    }),
    action("conversation", "Open or close the conversation", <PanelRight {...icon} />, () => showChat(!isChatShown(getLayout()))),
    action("theme", resolvedTheme === "dark" ? "Light theme" : "Dark theme", <SunMoon {...icon} />, () => setTheme(resolvedTheme === "dark" ? "light" : "dark")),
    action("settings", "Settings", <Settings {...icon} />, () => router.push("/settings")),
    action("sign-out", "Sign out", <LogOut {...icon} />, () => void signOut()),
  ];
  const tasks: Command[] = found.map((task) => ({
    id: task.id,
    kind: "Task",
    label: task.title,
    icon: <Circle {...icon} />,
    run: () => setParams({ task: task.id }),
  }));
  const ask: Command[] = q
    ? [{ id: "ask", kind: "Assistant", label: `Say “${q}”`, icon: <MessageSquare {...icon} />, run: () => onAsk(q) }]
    : [];
  return [...[...views, ...places].filter(fits), ...tasks, ...actions.filter(fits), ...ask];
}
