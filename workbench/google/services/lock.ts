// LockService: on one machine, calls that may write run one after the other, so a lock is always free.
import { only } from "../exception.ts";
import type { Context } from "./context.ts";

export function createLockService(context: Context) {
  const open = (member: string) => () => {
    context.guard("other", `LockService.${member}`);
    return createLock();
  };
  return only("LockService", {
    getDocumentLock: open("getDocumentLock"),
    getScriptLock: open("getScriptLock"),
    getUserLock: open("getUserLock"),
  });
}

function createLock() {
  let held = false;
  return only("Lock", {
    hasLock: () => held,
    tryLock: (_milliseconds: number) => (held = true),
    waitLock: (_milliseconds: number): void => {
      held = true;
    },
    releaseLock: (): void => {
      held = false;
    },
  });
}
