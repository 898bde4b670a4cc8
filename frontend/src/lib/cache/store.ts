import { useSyncExternalStore } from "react";

/** A value outside React that components read with `useStore`. */
export interface Store<T> {
  /** What the server rendered with. */
  readonly initial: T;
  get(): T;
  set(next: T | ((previous: T) => T)): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    initial,
    get: () => value,
    set(next) {
      const replaced = typeof next === "function" ? (next as (previous: T) => T)(value) : next;
      if (Object.is(replaced, value)) return;
      value = replaced;
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** `select` must give the same reference for the same state. */
export function useStore<T, S = T>(store: Store<T>, select: (value: T) => S = (value) => value as unknown as S): S {
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.initial),
  );
}
