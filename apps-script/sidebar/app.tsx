// The sidebar: its header, its four views, and the language of the user.
import { render, type VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { languageOf } from "../../shared/language.ts";
import { CompassIcon } from "./icons.tsx";
import { KpisView } from "./kpis.tsx";
import { LocaleContext } from "./language.ts";
import { FailureMessage } from "./message.tsx";
import { ObjectivesView } from "./objectives.tsx";
import { PairingContext, usePairingState } from "./pairing.tsx";
import { ask, type Failure } from "./server.ts";
import { SourcesView } from "./sources.tsx";
import { StatusView } from "./status.tsx";
import { Panel, Tabs, type View } from "./tabs.tsx";

function App(): VNode {
  // The browser's language until Google has told the user's own, a second later.
  const [locale, setLocale] = useState({ user: navigator.language, sheet: navigator.language });
  const [failure, setFailure] = useState<Failure>();
  const [view, setView] = useState<View>("kpis");

  useEffect(() => {
    void ask("locale").then((answer) => {
      if ("value" in answer) setLocale(answer.value);
      else setFailure(answer.failure);
    });
  }, []);
  useEffect(() => {
    document.documentElement.lang = languageOf(locale.user);
  }, [locale]);

  const pairing = usePairingState(view !== "kpis");
  const showSources = (): void => setView("sources");
  return (
    <LocaleContext.Provider value={locale}>
      <header>
        <h1>
          <CompassIcon />
          Boussole
        </h1>
        <Tabs shown={view} onShow={setView} />
      </header>
      {failure && <FailureMessage failure={failure} />}
      <PairingContext.Provider value={pairing}>
        <main>
          <Panel view="objectives" shown={view}>
            <ObjectivesView shown={view === "objectives"} showSources={showSources} />
          </Panel>
          <Panel view="kpis" shown={view}>
            <KpisView />
          </Panel>
          <Panel view="sources" shown={view}>
            <SourcesView shown={view === "sources"} />
          </Panel>
          <Panel view="status" shown={view}>
            <StatusView shown={view === "status"} showSources={showSources} />
          </Panel>
        </main>
      </PairingContext.Provider>
    </LocaleContext.Provider>
  );
}

const place = document.getElementById("app");
if (place) render(<App />, place);
