import { EmptyState, Example } from "@/components/ui/states";
import type { View } from "@/lib/navigation/view";

const EMPTY: Record<View["kind"], { title: string; examples: string[] }> = {
  today: {
    title: "Nothing due today. Say what you need to do, or press one of these.",
    examples: ["Remind me to water the plants every Sunday", "Add buy milk today and call the bank at 15:00"],
  },
  inbox: {
    title: "The inbox is empty. What has no list yet waits here.",
    examples: ["Add look up train times", "Add read the contract, high priority"],
  },
  upcoming: {
    title: "Nothing is planned. What has a date shows up here, day by day.",
    examples: ["Add dentist next Tuesday at 9:15", "Add pay rent every month on the 1st"],
  },
  all: {
    title: "No tasks yet. One sentence makes one, or several.",
    examples: ["Add three tasks: buy milk, walk the dog, pay bills", "Remind me to stretch every weekday at 16:00"],
  },
  list: {
    title: "This list has no open tasks.",
    examples: ["Add sort the photos to list Home", "Add water the plants to list Home"],
  },
  tag: { title: "No open task has this tag.", examples: ["Add stretch tomorrow #health", "Add book a check-up #health"] },
  done: { title: "Nothing is done yet. Ticked tasks gather here.", examples: [] },
  trash: { title: "The trash is empty. Deleted tasks stay here for 30 days.", examples: [] },
  search: { title: "Nothing was found. Try fewer or other words.", examples: [] },
};

export function ViewEmpty({ view, onAsk }: { view: View; onAsk: (text: string) => void }) {
  const { title, examples } = EMPTY[view.kind];
  return (
    <EmptyState title={title}>
      <div className="flex flex-col items-start gap-2">
        {examples.map((text) => (
          <Example key={text} text={text} onPress={onAsk} />
        ))}
      </div>
    </EmptyState>
  );
}
