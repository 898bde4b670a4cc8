import { useQueryClient } from "@tanstack/react-query";
import { newestAct, newestUndone, redoAct, undoAct } from "@/lib/cache/acts";
import { messageOf } from "@/lib/api/problem";
import { toast } from "@/lib/cache/toasts";
import { useShortcuts } from "@/lib/keyboard/shortcuts";
import { getLayout, isChatShown, setLayout, showChat } from "./layout-state";

/** The keys that work everywhere. `focusComposer` is where "/" goes. */
export function useAppKeys(focusComposer: () => void): void {
  const client = useQueryClient();
  const run = (act: () => Promise<void>, said: string) =>
    void act()
      .then(() => toast(said))
      .catch((error: unknown) => toast(messageOf(error), { tone: "error" }));

  useShortcuts({
    "/": focusComposer,
    c: () => showChat(!isChatShown(getLayout())),
    "?": () => setLayout({ cheatSheet: true }),
    "mod+k": () => setLayout({ palette: !getLayout().palette }),
    "mod+z": () => {
      void newestAct().then((turn) => {
        if (turn) run(() => undoAct(client, turn), "Undone");
        else toast("Nothing was done here yet that could be undone.");
      });
    },
    "mod+shift+z": () => {
      void newestUndone().then((turn) => {
        if (turn) run(() => redoAct(client, turn), "Done again");
        else toast("Nothing was undone that could be done again.");
      });
    },
  });
}
