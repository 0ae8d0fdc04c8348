// What a simulated service is: something that answers requests and says how it words its errors.
import type { Memory } from "./simulation.ts";

/** A request as a simulator reads it: the path without the vendor's host, and the whole body. */
export type VendorRequest = { method: string; path: string; headers: Headers; body: string };

export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

/** A service account that Google knows: its address and its public key. */
export type ServiceAccount = { email: string; key: JsonWebKey };

/** A program that services know (by the SHA-256 of its secret, hexadecimal), and where they may send people back to it. */
export type OAuthClient = { id: string; secretHash: string; redirectUris: string[] };

export type World = {
  memory: Memory;
  accounts: ServiceAccount[];
  clients?: OAuthClient[];
  now: number;
  random: () => string;
};

export type Vendor = {
  answer: (request: VendorRequest, world: World) => Answer | Promise<Answer>;
  /** The body that goes with an error status. */
  problem: (status: number) => unknown;
  /** What of the data this request asks for, so that a request made twice can be told. */
  page: (request: VendorRequest) => string;
};
