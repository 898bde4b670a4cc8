import { notFound } from "next/navigation";
import { Suspense } from "react";
import { parseView } from "@/lib/navigation/view";
import { TasksAndChat } from "./tasks-and-chat";

interface Props {
  params: Promise<{ view?: string[] }>;
}

export default async function WorkspacePage({ params }: Props) {
  const { view = [] } = await params;
  if (!parseView(view, null)) notFound();
  return (
    <Suspense>
      <TasksAndChat />
    </Suspense>
  );
}
