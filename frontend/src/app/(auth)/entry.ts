import "server-only";
import { redirect } from "next/navigation";
import { getVisitor } from "@/lib/api/server";
import { nextPage } from "@/lib/navigation/next";

export interface EntryProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

/** The page that follows signing in; whoever is signed in already goes there at once. */
export async function pageAfter(searchParams: EntryProps["searchParams"]): Promise<string> {
  const page = nextPage((await searchParams).next);
  if ((await getVisitor()).state === "signed-in") redirect(page);
  return page;
}
