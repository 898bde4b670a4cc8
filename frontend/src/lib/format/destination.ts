import type { Destination } from "@/lib/api/types";

/** Where a connected app is, as far as that is certain. */
export function sayDestination({ kind, name }: Destination): string {
  if (kind === "site") return name;
  return kind === "computer" ? "a program on this computer" : `the app on this device that opens ${name}: links`;
}
