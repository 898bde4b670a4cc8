const HOME = "/today";

/**
 * The page that follows signing in. Only a page that sends people to sign in first may be named, so that a link to the
 * sign-in page cannot lead to another site.
 */
export function nextPage(named: string | string[] | undefined): string {
  return typeof named === "string" && named.startsWith("/connect?") ? named : HOME;
}

/** The address of `page` that leads to `next` afterwards. */
export const withNext = (page: "/sign-in" | "/sign-up", next: string) =>
  next === HOME ? page : `${page}?${new URLSearchParams({ next })}`;
