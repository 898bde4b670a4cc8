"use client";

import { X } from "lucide-react";
import { useEffect } from "react";
import { type Toast, dismissToast, useToasts } from "@/lib/cache/toasts";
import { Button, IconButton } from "./button";

export function Toaster() {
  const toasts = useToasts();
  return (
    <section
      aria-label="Notifications"
      className="pointer-events-none fixed inset-x-0 bottom-36 z-60 flex flex-col items-center gap-2 px-3 md:bottom-20 lg:right-auto lg:left-60 lg:items-start lg:px-5"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => dismissToast(toast.id), toast.seconds * 1000);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div
      role={toast.tone === "error" ? "alert" : "status"}
      className="pointer-events-auto flex max-w-full animate-rise items-center gap-2 rounded-lg bg-ink py-1.5 pr-1.5 pl-4 text-sm text-page shadow-float sm:max-w-lg"
    >
      <span className="min-w-0 flex-1 py-1 wrap-anywhere">{toast.text}</span>
      {toast.action && (
        <Button
          size="sm"
          variant="ghost"
          className="font-medium text-page! hover:bg-page/15!"
          onClick={() => {
            dismissToast(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton
        label="Dismiss"
        size="icon-sm"
        className="text-page! hover:bg-page/15!"
        onClick={() => dismissToast(toast.id)}
      >
        <X size={16} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}
