import { useQuery } from "@tanstack/react-query";
import { getLists } from "@/lib/api/lists";
import { keys } from "./keys";

export const useLists = () => useQuery({ queryKey: keys.lists, queryFn: getLists });
