import type { RowDetailProps } from "./row-meta";
import { RowDue, RowList, showsDue } from "./row-pickers";

/** The pickers of what the row does not show yet: they appear with the pointer or the focus. */
export function RowActions({ task, actions, day, showList }: RowDetailProps) {
  return (
    <>
      {!(showList && task.list) && <RowList task={task} actions={actions} shown={false} />}
      {!showsDue(task, day) && <RowDue task={task} actions={actions} day={day} />}
    </>
  );
}
