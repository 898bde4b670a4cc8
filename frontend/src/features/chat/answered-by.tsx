import clsx from "clsx";

/** How the server names the interpreter among the models. */
const RULES = "offline";

interface Props {
  model: string;
  /** Whether it is the last answer, which a finger cannot ask for it by hovering. */
  newest: boolean;
}

/** Who gave an answer, in the gap below it: a model always, the rules where one looks for it. */
export function AnsweredBy({ model, newest }: Props) {
  const rules = model === RULES;
  return (
    <p
      className={clsx(
        "absolute top-full right-0 left-0 truncate pt-0.5 text-xs text-ink-3",
        rules && "opacity-0 transition-opacity duration-120 group-hover/answer:opacity-100",
        rules && newest && "touch:opacity-100",
      )}
    >
      <span className="sr-only">Answered by </span>
      {rules ? "Built-in rules" : model}
    </p>
  );
}
