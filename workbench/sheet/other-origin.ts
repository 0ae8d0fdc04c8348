// The page and its sidebar live on the same server under the two names of this machine: two origins for the browser.

/** The origin of this address under the other name of this machine. */
export function otherOrigin({ protocol, hostname, port }: Location): string {
  return `${protocol}//${hostname === "localhost" ? "127.0.0.1" : "localhost"}:${port}`;
}
