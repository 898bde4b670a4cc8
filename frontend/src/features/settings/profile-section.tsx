import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import { updateMe } from "@/lib/api/accounts";
import { keys } from "@/lib/cache/keys";
import { toast } from "@/lib/cache/toasts";
import { useMe } from "@/lib/cache/use-me";
import { localNow } from "@/lib/format/day";
import { sayDueInFull } from "@/lib/format/due";
import { Section } from "./section";
import { useSubmit } from "./use-submit";

const LOCALES = ["en-GB", "en-US", "en-CA", "en-AU", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "pl-PL", "pt-BR", "pt-PT", "sv-SE", "da-DK", "nb-NO", "fi-FI", "cs-CZ", "tr-TR", "ja-JP", "ko-KR", "zh-CN", "hi-IN"];

export function ProfileSection() {
  const me = useMe();
  const client = useQueryClient();
  const { busy, error, submit } = useSubmit();
  const zones = useMemo(() => withCurrent(Intl.supportedValuesOf("timeZone"), me.time_zone), [me.time_zone]);
  const locales = withCurrent(LOCALES, me.locale);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const saved = await submit(async () => {
      const next = await updateMe({
        name: String(data.get("name")).trim() || null,
        time_zone: String(data.get("time_zone")),
        locale: String(data.get("locale")),
      });
      client.setQueryData(keys.me, next);
    });
    if (saved) toast("Saved");
  }

  return (
    <Section title="You" lead={me.email}>
      <form onSubmit={onSubmit} className="flex max-w-md flex-col gap-4">
        <Field label="Name" error={error.fields.name}>
          {(control) => <Input {...control} name="name" defaultValue={me.name ?? ""} autoComplete="name" maxLength={100} />}
        </Field>
        <Field label="Time zone" hint="“Tomorrow at 5” is read in this zone." error={error.fields.time_zone}>
          {(control) => (
            <Select {...control} name="time_zone" defaultValue={me.time_zone}>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll("_", " ")}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label="Dates and times as in"
          hint={<span suppressHydrationWarning>Now: {sayDueInFull(localNow(me.time_zone), me.locale)}</span>}
          error={error.fields.locale}
        >
          {(control) => (
            <Select {...control} name="locale" defaultValue={me.locale}>
              {locales.map((locale) => (
                <option key={locale} value={locale}>
                  {nameOf(locale)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {error.summary && (
          <p role="alert" className="text-sm text-danger">
            {error.summary}
          </p>
        )}
        <Button type="submit" variant="primary" disabled={busy} className="self-start">
          Save
        </Button>
      </form>
    </Section>
  );
}

const withCurrent = (all: string[], current: string) => (all.includes(current) ? all : [current, ...all]);
const nameOf = (locale: string) => new Intl.DisplayNames("en", { type: "language" }).of(locale) ?? locale;
