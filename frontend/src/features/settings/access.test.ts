import { expect, it } from "vitest";
import { sayAccess } from "./access";

it.each([
  [{ scopes: ["read" as const], list_id: null, list: null }, "read only"],
  [{ scopes: ["read" as const, "write" as const], list_id: "1", list: "Work" }, "read and change · only the list Work"],
  [{ scopes: ["read" as const], list_id: "1", list: null }, "read only · only a list that is in the trash"],
])("says %o as “%s”", (access, said) => {
  expect(sayAccess(access)).toBe(said);
});
