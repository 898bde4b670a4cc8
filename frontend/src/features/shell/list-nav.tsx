import { MoreHorizontal, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { MenuContent, MenuItem, MenuRoot, MenuTrigger, useAfterMenu } from "@/components/ui/menu";
import type { List } from "@/lib/api/types";
import { useLists } from "@/lib/cache/use-lists";
import { openView, useView } from "@/lib/navigation/navigate";
import { ListNameField } from "./list-name-field";
import { NavLink } from "./nav-link";
import { useListActions } from "./use-list-actions";

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

export function ListNav() {
  const { data: lists } = useLists();
  const actions = useListActions();
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby="lists-heading" className="mt-5">
      <header className="flex items-center pl-2.5">
        <h2 id="lists-heading" className="flex-1 text-xs text-ink-3">
          Lists
        </h2>
        <IconButton label="Add a list" size="icon-sm" onClick={() => setAdding(true)}>
          <Plus {...icon} />
        </IconButton>
      </header>
      <ul>
        {lists?.map((list) => (
          <ListLink key={list.id} list={list} />
        ))}
        {adding && (
          <ListNameField
            label="Name of the new list"
            initial=""
            onCancel={() => setAdding(false)}
            onSave={async (name) => {
              const list = await actions.add(name);
              setAdding(false);
              openView({ kind: "list", id: list.id });
            }}
          />
        )}
      </ul>
    </section>
  );
}

function ListLink({ list }: { list: List }) {
  const view = useView();
  const actions = useListActions();
  const [renaming, setRenaming] = useState(false);
  const { afterMenu, onCloseAutoFocus } = useAfterMenu();
  if (renaming)
    return (
      <ListNameField
        label={`New name of ${list.name}`}
        initial={list.name}
        onCancel={() => setRenaming(false)}
        onSave={async (name) => {
          await actions.rename(list, name);
          setRenaming(false);
        }}
      />
    );
  return (
    <NavLink
      view={{ kind: "list", id: list.id }}
      current={view.kind === "list" && view.id === list.id}
      icon={<span aria-hidden className="mx-1 block size-2 rounded-full bg-line-strong" />}
      label={list.name}
      count={String(list.open_tasks)}
      menu={
        <MenuRoot>
          <MenuTrigger asChild>
            <IconButton label={`More for the list ${list.name}`} size="icon-sm">
              <MoreHorizontal {...icon} />
            </IconButton>
          </MenuTrigger>
          <MenuContent onCloseAutoFocus={onCloseAutoFocus}>
            <MenuItem icon={<Pencil {...icon} />} onSelect={afterMenu(() => setRenaming(true))}>
              Rename
            </MenuItem>
            <MenuItem danger icon={<Trash2 {...icon} />} onSelect={() => void actions.remove(list)}>
              Delete with its tasks
            </MenuItem>
          </MenuContent>
        </MenuRoot>
      }
    />
  );
}
