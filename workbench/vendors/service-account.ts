// Makes the service account that reads the shop's figures: a key file as Google hands one out, and what Google keeps.
import type { ServiceAccount } from "./vendor.ts";

/** The JSON file that Google Cloud gives once (https://developers.google.com/workspace/guides/create-credentials#service-account). */
export type KeyFile = {
  type: "service_account";
  client_email: string;
  private_key_id: string;
  private_key: string;
};

const EMAIL = "boussole@atelier-verveine.iam.gserviceaccount.com";
const KEY_TYPE = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** A service account with a new key. */
export async function newServiceAccount(): Promise<{ keyFile: KeyFile; account: ServiceAccount }> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(KEY_TYPE, true, ["sign", "verify"]);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey)).toBase64();
  const lines = pkcs8.match(/.{1,64}/g)!.join("\n");
  return {
    keyFile: {
      type: "service_account",
      client_email: EMAIL,
      private_key_id: crypto.getRandomValues(new Uint8Array(20)).toHex(),
      private_key: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
    },
    account: { email: EMAIL, key: await crypto.subtle.exportKey("jwk", publicKey) },
  };
}
