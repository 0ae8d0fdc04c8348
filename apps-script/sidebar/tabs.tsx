// The tabs of the four views: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
import type { ComponentChildren, VNode } from "preact";
import { useRef } from "preact/hooks";
import { useSpeech } from "./language.ts";

const VIEWS = ["objectives", "kpis", "sources", "status"] as const;

export type View = (typeof VIEWS)[number];

export function Tabs({ shown, onShow }: { shown: View; onShow: (view: View) => void }): VNode {
  const { say } = useSpeech();
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent): void => {
    const last = VIEWS.length - 1;
    const at = VIEWS.indexOf(shown);
    const targets: Record<string, number> = {
      ArrowLeft: at === 0 ? last : at - 1,
      ArrowRight: at === last ? 0 : at + 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    const view = target === undefined ? undefined : VIEWS[target];
    if (!view) return;
    event.preventDefault();
    onShow(view);
    list.current?.querySelector<HTMLElement>(`#tab-${view}`)?.focus();
  };

  return (
    <div class="tabs" role="tablist" aria-label={say("views")} ref={list} onKeyDown={move}>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={`tab-${view}`}
          aria-controls={`view-${view}`}
          aria-selected={view === shown}
          tabIndex={view === shown ? 0 : -1}
          onClick={() => onShow(view)}
        >
          {say(view)}
        </button>
      ))}
    </div>
  );
}

/** A view under its tab; hidden ones stay as they are, so that nothing typed is lost. */
export function Panel(props: { view: View; shown: View; children: ComponentChildren }): VNode {
  const { view, shown, children } = props;
  return (
    <section role="tabpanel" id={`view-${view}`} aria-labelledby={`tab-${view}`} hidden={view !== shown}>
      {children}
    </section>
  );
}
