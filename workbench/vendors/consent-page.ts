// How a simulated service asks a person: a page that says plainly that nothing real stands behind it.
const STYLE =
  "body{font:16px/1.5 Arial,sans-serif;max-width:30rem;margin:8vh auto;padding:2rem;border:1px solid #dadce0;border-radius:8px;color:#1f1f1f}" +
  "p.what{color:#575b5f}button{font:inherit;padding:.6rem 1.5rem;margin:.5rem .8rem 0 0;border:1px solid #747775;border-radius:1.4rem;background:#fff;cursor:pointer}" +
  "button.yes{background:#0b57d0;border-color:#0b57d0;color:#fff}code{overflow-wrap:anywhere}";

export const consentPage = {
  question: (service: string, scopes: string[]): string =>
    shown(
      service,
      `<h1>Boussole souhaite lire votre compte ${escaped(service)}</h1>
      <p lang="en">Boussole wants to read your ${escaped(service)} account.</p>
      <p>camille@atelier-verveine.example</p>
      <ul>${scopes.map((scope) => `<li><code>${escaped(scope)}</code></li>`).join("")}</ul>
      <form method="post">
        <button class="yes" name="answer" value="yes">Autoriser · Allow</button>
        <button name="answer" value="no">Refuser · Refuse</button>
      </form>`,
    ),
  wrong: (service: string, error: string, why: string): string =>
    shown(service, `<h1>${escaped(error)}</h1><p>${escaped(why)}</p>`),
};

function shown(service: string, body: string): string {
  return `<!doctype html>
<html lang="fr">
  <head><meta charset="utf-8"><title>${escaped(service)} (simulé)</title><style>${STYLE}</style></head>
  <body>
    <p class="what">Page simulée de ${escaped(service)}, sur votre machine · <span lang="en">simulated page, on your machine</span></p>
    ${body}
  </body>
</html>
`;
}

function escaped(text: string): string {
  const named: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => named[character] ?? "");
}
