// Who is using the sidebar, who most often answers for the objective they set.
import { useEffect, useState } from "preact/hooks";
import { usePairing } from "../pairing.tsx";
import { ask } from "../server.ts";

/** The user's address; that of the only member of the workspace where Google does not tell; empty until known. */
export function useMe(): string {
  const { workspace } = usePairing();
  const [told, setTold] = useState<string | null>(null);
  useEffect(() => {
    void ask("me").then((answer) => {
      if ("value" in answer) setTold(answer.value);
    });
  }, []);
  const members = workspace?.members ?? [];
  return told ?? (members.length === 1 ? (members[0]?.email ?? "") : "");
}
