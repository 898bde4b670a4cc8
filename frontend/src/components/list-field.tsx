import type { ComponentProps } from "react";
import { Field, Select } from "@/components/ui/field";
import { useLists } from "@/lib/cache/use-lists";

interface Props extends Omit<ComponentProps<"select">, "children"> {
  error?: string;
}

/** Where something may go: all lists, whose value is the empty one, or one. Nothing while there are no lists. */
export function ListField({ error, ...props }: Props) {
  const { data: lists = [] } = useLists();
  if (!lists.length) return null;
  return (
    <Field label="In" error={error}>
      {(control) => (
        <Select {...control} {...props}>
          <option value="">All lists</option>
          {lists.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
