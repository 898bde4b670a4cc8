const BROWSERS: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "Mac"],
  [/Linux/, "Linux"],
];

/** A device as people name it: "Firefox on Linux"; the start of the User-Agent where it is none of the known ones. */
export function sayDevice(userAgent: string | null): { name: string; mobile: boolean } {
  if (!userAgent) return { name: "Unknown device", mobile: false };
  const named = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [named(BROWSERS), named(SYSTEMS)];
  const name = browser && system ? `${browser} on ${system}` : (browser ?? userAgent.slice(0, 40));
  return { name, mobile: /Mobile|iPhone|Android/.test(userAgent) };
}
