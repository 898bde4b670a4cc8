import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { getVisitor } from "@/lib/api/server";
import { AppFrame } from "./app-frame";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const visitor = await getVisitor();
  if (visitor.state === "signed-out") redirect("/sign-in");
  return <AppFrame me={visitor.state === "signed-in" ? visitor.me : null}>{children}</AppFrame>;
}
