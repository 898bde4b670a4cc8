import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Logo } from "@/components/ui/logo";
import { Consent } from "@/features/connect/consent";
import { getVisitor } from "@/lib/api/server";
import { withNext } from "@/lib/navigation/next";

export const metadata: Metadata = { title: "Connect an app" };

interface Props {
  searchParams: Promise<Record<string, string | string[]>>;
}

/** The authorisation endpoint (RFC 6749 section 3.1): an app sends a person here, who says yes or no. */
export default async function ConnectPage({ searchParams }: Props) {
  const pairs = Object.entries(await searchParams).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  const query = new URLSearchParams(pairs).toString();
  const visitor = await getVisitor();
  if (visitor.state === "signed-out") redirect(withNext("/sign-in", `/connect?${query}`));
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[26rem] flex-col justify-center px-6 pt-10 pb-24">
      <Logo className="mb-8" />
      <Consent query={query} email={visitor.state === "signed-in" ? visitor.me.email : null} />
    </main>
  );
}
