// PropertiesService: small texts kept for the script, the document or the user.
import { Exception, only } from "../exception.ts";
import { type Context, texts } from "./context.ts";

/** https://developers.google.com/apps-script/guides/services/quotas#current_limitations */
const LONGEST_VALUE = 9 * 1024;
const LARGEST_STORE = 500 * 1024;

export function createPropertiesService(context: Context) {
  const open = (scope: string, member: string) => () => {
    context.guard("properties", `PropertiesService.${member}`);
    return createProperties(context, scope);
  };
  return only("PropertiesService", {
    getScriptProperties: open("script", "getScriptProperties"),
    getDocumentProperties: open("document", "getDocumentProperties"),
    getUserProperties: open("user", "getUserProperties"),
  });
}

function createProperties({ store }: Context, scope: string) {
  const write = (key: string, value: string) => {
    if (value.length > LONGEST_VALUE) throw new Exception("Argument too large: value");
    const others = Object.entries(store.all(scope)).filter(([other]) => other !== key);
    const total = [...others, [key, value]].join("").length;
    if (total > LARGEST_STORE)
      throw new Exception(
        "You have exceeded the property storage quota. Please remove some properties and try again.",
      );
    store.set(scope, key, value);
  };
  const properties = only("Properties", {
    getProperty: (key: unknown) => store.get(scope, String(key)),
    getProperties: () => store.all(scope),
    getKeys: () => Object.keys(store.all(scope)),
    setProperty: (key: unknown, value: unknown) => {
      write(String(key), String(value));
      return properties;
    },
    setProperties: (values: object, deleteAllOthers = false) => {
      if (deleteAllOthers) properties.deleteAllProperties();
      for (const [key, value] of Object.entries(texts(values))) write(key, value);
      return properties;
    },
    deleteProperty: (key: unknown) => {
      store.delete(scope, String(key));
      return properties;
    },
    deleteAllProperties: () => {
      for (const key of Object.keys(store.all(scope))) store.delete(scope, key);
      return properties;
    },
  });
  return properties;
}
