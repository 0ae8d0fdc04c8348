// What an objective is about: everything, one channel or one campaign, of those that the data know.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Scope } from "../../../shared/objectives/objective.ts";
import { channelName } from "../../../shared/objectives/channel-names.ts";
import { useSpeech } from "../language.ts";
import { TextField } from "../text-field.tsx";
import { RadioFields, SelectField } from "./choice-fields.tsx";
import type { FormProps } from "./form-props.ts";

type Kind = "all" | "channel" | "campaign";

function kindOf(scope: Scope | null): Kind | "" {
  if (scope === null) return "";
  if (scope === "all") return "all";
  return scope.campaign === undefined ? "channel" : "campaign";
}

export function ScopeFields({ form: { draft }, evidence, onSay }: FormProps): VNode {
  const { say } = useSpeech();
  const [asked, setAsked] = useState<Kind>();
  const kind = asked ?? kindOf(draft.scope);
  const choose = (wanted: string): void => {
    const next = wanted as Kind;
    setAsked(next);
    const [channel] = evidence.channels;
    if (next === "all") onSay({ scope: "all" });
    else if (next === "channel" && channel !== undefined) onSay({ scope: { channel } });
    else onSay({ scope: null });
  };
  return (
    <>
      <RadioFields
        name="scope"
        legend={say("scopeField")}
        value={kind}
        options={[
          { value: "all", label: say("everything") },
          { value: "channel", label: say("channel") },
          { value: "campaign", label: say("campaign") },
        ]}
        onChoose={choose}
      />
      {kind === "channel" && <ChannelField draft={draft} evidence={evidence} onSay={onSay} />}
      {kind === "campaign" && (
        <TextField
          name="campaign"
          maxLength={200}
          label={say("campaignName")}
          value={campaignIn(draft.scope)}
          suggestions={evidence.campaigns}
          onText={(campaign) => onSay({ scope: campaign.trim() === "" ? null : { campaign } })}
        />
      )}
    </>
  );
}

function campaignIn(scope: Scope | null): string {
  return scope === null || scope === "all" ? "" : (scope.campaign ?? "");
}

type Part = Pick<FormProps, "evidence" | "onSay"> & { readonly draft: FormProps["form"]["draft"] };

function ChannelField({ draft: { scope }, evidence, onSay }: Part): VNode {
  const { say, language } = useSpeech();
  const channel = scope === null || scope === "all" ? "" : (scope.channel ?? "");
  const known = channel === "" || evidence.channels.includes(channel) ? [] : [channel];
  return (
    <SelectField
      name="channel"
      label={say("channelName")}
      value={channel}
      blank={say("chooseChannel")}
      groups={[
        {
          options: [...evidence.channels, ...known].map((value) => ({
            value,
            label: channelName(value)[language],
          })),
        },
      ]}
      help={evidence.channels.length === 0 ? say("noChannel") : undefined}
      onChoose={(value) => onSay({ scope: value === "" ? null : { channel: value } })}
    />
  );
}
