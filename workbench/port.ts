// Says whether a port of this machine is free.
import { createServer } from "node:net";

/**
 * Whether nothing listens on this port, on either loopback address: browsers reach the page at 127.0.0.1 and
 * its sidebar at localhost, which may mean ::1.
 */
export async function portIsFree(port: number): Promise<boolean> {
  const codes = [await tryToListen(port, "127.0.0.1"), await tryToListen(port, "::1")];
  return !codes.includes("EADDRINUSE") && codes[0] === "free";
}

/** "free", or the system's error code. */
function tryToListen(port: number, host: string): Promise<string> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? "unknown"));
    server.listen(port, host, () => server.close(() => done("free")));
  });
}
