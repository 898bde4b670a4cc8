"use client";

import type { ReactNode } from "react";
import type { Me } from "@/lib/api/types";

export function AppFrame({ children }: { me: Me | null; children: ReactNode }) {
  return children;
}
