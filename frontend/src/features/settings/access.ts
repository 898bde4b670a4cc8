import type { Scope } from "@/lib/api/types";

interface Access {
  scopes: Scope[];
  list_id: string | null;
  /** Null while the list is in the trash, too. */
  list: string | null;
}

/** What a token or an app may do, and where: "read and change · only the list Work". */
export function sayAccess({ scopes, list_id, list }: Access): string {
  const may = scopes.includes("write") ? "read and change" : "read only";
  if (list_id === null) return may;
  return `${may} · only ${list === null ? "a list that is in the trash" : `the list ${list}`}`;
}
