// Reads the built add-on: the functions that Google would see, with their JSDoc.

interface AddOnParameter {
  name: string;
  type: string;
  description: string;
}

export interface AddOnFunction {
  name: string;
  /** Marked `@customfunction`: listed when a formula is typed. */
  listed: boolean;
  description: string;
  parameters: AddOnParameter[];
}

const TOP_LEVEL =
  /(?:^\/\*\*((?:(?!\*\/)[\s\S])*)\*\/[ \t]*\r?\n)?^(?:async\s+)?function\s*\*?\s*([A-Za-z_$][\w$]*)\s*\(([^)]*)\)/gm;

/**
 * Functions declared at the top level of a classic script, each at the start of a line, with the comment
 * that touches them. Parameter names are the declared ones: Sheets ignores `@param` names that are not.
 * https://developers.google.com/apps-script/concepts/jsdoc
 */
export function readFunctions(code: string): AddOnFunction[] {
  return [...code.matchAll(TOP_LEVEL)].map(([, comment = "", name = "", declared = ""]) => {
    const lines = comment.split(/\r?\n/).map((line) => line.replace(/^\s*\*?\s?/, "").trim());
    const [text = "", ...tags] = lines.join("\n").split(/\n(?=@)|^(?=@)/);
    const documented = new Map(tags.flatMap(readParameter));
    const names = declared
      .split(",")
      .map((parameter) => parameter.replace(/=.*$/s, "").trim())
      .filter((parameter) => parameter !== "" && !parameter.startsWith("..."));
    return {
      name,
      listed: tags.some((tag) => /^@customfunction\b/i.test(tag)),
      description: oneLine(text),
      parameters: names.map(
        (parameter) => documented.get(parameter) ?? { name: parameter, type: "", description: "" },
      ),
    };
  });
}

/** Functions that a sidebar or a cell may call: a name ending with `_` is private. */
export function publicNames(functions: readonly AddOnFunction[]): string[] {
  return functions.map(({ name }) => name).filter((name) => !name.endsWith("_"));
}

function readParameter(tag: string): [string, AddOnParameter][] {
  const [, type = "", name, description = ""] =
    /^@param\s+(?:\{([^}]*)\}\s*)?([\w$]+)\s*(?:-\s+)?([\s\S]*)$/.exec(tag) ?? [];
  return name ? [[name, { name, type, description: oneLine(description) }]] : [];
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
