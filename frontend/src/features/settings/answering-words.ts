import type { Answering, Mode } from "@/lib/api/types";

type Model = NonNullable<Answering["model"]>;

export const MODES: { mode: Mode; label: string; hint: string }[] = [
  { mode: "auto", label: "Automatic", hint: "The built-in rules when they are sure, the model otherwise. When the model fails, the rules answer." },
  { mode: "offline", label: "Built-in rules only", hint: "Nothing that you write leaves this server." },
  { mode: "model", label: "Always the model", hint: "It reads everything that you say. When it fails, you are told so." },
];

export const labelOf = (mode: Mode) => MODES.find((each) => each.mode === mode)?.label ?? mode;

const STATUS: Record<Model["status"], string> = {
  answering: "It answers.",
  failing: "It does not answer at the moment.",
  unchecked: "It has not been tried yet.",
};

export const statusOf = ({ status }: Model) => STATUS[status];

export interface Use {
  said: string;
  /** What the most of it means once it is reached. */
  note: string | null;
}

/** The tokens of today in words; `locale` groups their digits. */
export function sayUse({ tokens_used_today: used, tokens_per_day: most }: Model, locale: string): Use {
  const number = new Intl.NumberFormat(locale);
  if (most === null) return { said: `${number.format(used)} tokens today, without a limit`, note: null };
  const note = used >= most ? "Used up: until tomorrow the built-in rules answer." : null;
  return { said: `${number.format(used)} of ${number.format(most)} tokens today`, note };
}
