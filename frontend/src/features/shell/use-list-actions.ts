import { useQueryClient } from "@tanstack/react-query";
import * as api from "@/lib/api/lists";
import { messageOf } from "@/lib/api/problem";
import type { List } from "@/lib/api/types";
import { recordAct, undoAct } from "@/lib/cache/acts";
import { keys } from "@/lib/cache/keys";
import { toast } from "@/lib/cache/toasts";
import { openView } from "@/lib/navigation/navigate";

/** Adding, renaming and deleting lists. `add` and `rename` throw, for the field to say why. */
export function useListActions() {
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.lists }),
      client.invalidateQueries({ queryKey: keys.allTasks }),
    ]);

  return {
    async add(name: string): Promise<List> {
      const { data, turnId } = await api.addList(name);
      client.setQueryData<List[]>(keys.lists, (lists) => [...(lists ?? []).filter(({ id }) => id !== data.id), data]);
      recordAct(turnId);
      return data;
    },
    async rename(list: List, name: string): Promise<void> {
      const { turnId } = await api.renameList(list, name);
      recordAct(turnId);
      await refresh();
    },
    async remove(list: List): Promise<void> {
      try {
        const { turnId } = await api.deleteList(list.id);
        recordAct(turnId);
        if (location.pathname.endsWith(list.id)) openView({ kind: "today" });
        const undo = () =>
          void undoAct(client, turnId ?? "")
            .then(refresh)
            .catch((error: unknown) => toast(messageOf(error), { tone: "error" }));
        toast(`Deleted the list ${list.name}`, turnId ? { action: { label: "Undo", run: undo } } : {});
        await refresh();
      } catch (error) {
        toast(messageOf(error), { tone: "error" });
      }
    },
  };
}
