// The workbench's front Worker: keeps the workbook, stands in for Google and the vendors, and hands the rest of the API to the real Worker.
import type { Issuer } from "./google/signing-key.ts";
import type { Simulators } from "./vendors/simulators.ts";
import type { Workbook } from "./workbook.ts";

export { Issuer } from "./google/signing-key.ts";
export { Simulators } from "./vendors/simulators.ts";
export { Workbook } from "./workbook.ts";

type Service = { fetch: (request: Request) => Promise<Response> };
type Environment = {
  PAGE: Service;
  BOUSSOLE: Service;
  WORKBOOK: { getByName: (name: string) => Pick<Workbook, "fetch"> };
  ISSUER: { getByName: (name: string) => Pick<Issuer, "fetch"> };
  SIMULATORS: { getByName: (name: string) => Pick<Simulators, "fetch"> };
};

/** The names this machine calls itself by: any other is a web page that points its own domain here. */
const OWN_NAMES = new Set(["127.0.0.1", "localhost"]);

export default {
  async fetch(request: Request, environment: Environment): Promise<Response> {
    const { hostname, pathname } = new URL(request.url);
    if (!OWN_NAMES.has(hostname)) return new Response("Not this machine.\n", { status: 403 });
    if (pathname === "/workbook") return environment.WORKBOOK.getByName("workbook").fetch(request);
    if (pathname.startsWith("/google/")) return environment.ISSUER.getByName("issuer").fetch(request);
    if (pathname.startsWith("/vendors/"))
      return environment.SIMULATORS.getByName("simulators").fetch(request);
    if (pathname === "/healthz" || /^\/(v1|connect)\//.test(pathname))
      return environment.BOUSSOLE.fetch(request);
    return environment.PAGE.fetch(request);
  },
};
