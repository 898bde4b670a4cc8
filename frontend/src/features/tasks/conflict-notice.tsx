import { Button } from "@/components/ui/button";
import type { TaskPatch } from "@/lib/api/types";
import type { Task } from "@/lib/api/types";
import { useDueStyle } from "@/lib/cache/use-now";
import { differences } from "./conflict";

interface Props {
  edit: TaskPatch;
  current: Task;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Both versions side by side, and a choice: nothing is overwritten unseen. */
export function ConflictNotice({ edit, current, onKeepMine, onTakeTheirs }: Props) {
  const style = useDueStyle();
  const found = differences(edit, current, style);
  return (
    <div role="alert" className="mb-4 rounded-lg border border-line-strong/60 p-3 text-sm">
      <p className="font-medium">This task was changed elsewhere while you edited it.</p>
      {found.length > 0 ? (
        <table className="mt-2 w-full table-fixed text-left">
          <thead className="text-ink-3">
            <tr>
              <th className="w-24 font-normal">
                <span className="sr-only">Field</span>
              </th>
              <th className="font-normal">Yours</th>
              <th className="font-normal">Now</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ field, yours, theirs }) => (
              <tr key={field} className="align-top">
                <th scope="row" className="py-1 font-normal text-ink-3">
                  {field}
                </th>
                <td className="py-1 pr-2 wrap-anywhere">{yours}</td>
                <td className="py-1 wrap-anywhere">{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="mt-1 text-ink-2">Your changes do not touch the same fields: both can stand.</p>
      )}
      <div className="mt-3 flex gap-2">
        <Button size="sm" variant="primary" onClick={onKeepMine}>
          Keep mine
        </Button>
        <Button size="sm" onClick={onTakeTheirs}>
          Take the other
        </Button>
      </div>
    </div>
  );
}
