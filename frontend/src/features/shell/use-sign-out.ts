import { signOut } from "@/lib/api/accounts";
import { messageOf } from "@/lib/api/problem";
import { toast } from "@/lib/cache/toasts";

export function useSignOut() {
  return async () => {
    try {
      await signOut();
      // A full load, so that nothing of this person stays in memory.
      location.replace("/sign-in");
    } catch (error) {
      toast(messageOf(error), { tone: "error" });
    }
  };
}
