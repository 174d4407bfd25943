import type { RuleGroup, StatefulRule } from '@aws-sdk/client-network-firewall';
import { readSuricata, takesEverything, type SuricataRule, type Variables } from '../../text/suricata.ts';

/** What the rules of a group do, without the rules: groups may be megabytes of text. */
export interface GroupRules {
  /** How many there are; of a list of domains how many domains. */
  readonly count: number;
  /** How many rules do what, by action; a list of domains is one rule. */
  readonly actions: Readonly<Record<string, number>>;
  /** The first rules that pass everything from everywhere to everywhere. */
  readonly passAll: readonly string[];
  /** Rules that are not understood here. */
  readonly unread: number;
}

const count = (actions: readonly string[]): Record<string, number> => {
  const found = new Map<string, number>();
  for (const action of actions) found.set(action, (found.get(action) ?? 0) + 1);
  return Object.fromEntries(found);
};

/** A rule that was given by its members, as Suricata writes it. */
const suricataOf = ({ Action, Header, RuleOptions }: StatefulRule): SuricataRule | undefined => {
  if (Action === undefined || Header === undefined) return undefined;
  const { Protocol, Source, SourcePort, Destination, DestinationPort } = Header;
  if (Protocol === undefined || Source === undefined || SourcePort === undefined) return undefined;
  if (Destination === undefined || DestinationPort === undefined) return undefined;
  return {
    action: Action.toLowerCase(),
    protocol: Protocol.toLowerCase(),
    source: Source,
    sourcePort: SourcePort,
    destination: Destination,
    destinationPort: DestinationPort,
    options: (RuleOptions ?? []).map(({ Keyword, Settings }) => ({
      keyword: (Keyword ?? '').trim().toLowerCase(),
      value: (Settings ?? []).join(','),
    })),
  };
};

/** What lists of domains do with the domains in them. */
const listActions: Readonly<Record<string, string>> = {
  ALLOWLIST: 'pass',
  DENYLIST: 'drop',
  REJECTLIST: 'reject',
  ALERTLIST: 'alert',
};
/** Domains that stand for all. */
const everyDomain = new Set(['.', '*', '*.', '*.*', '.*']);

const fewest = 3;
const longest = 200;
const inWords = ({ protocol, source, sourcePort, destination, destinationPort }: SuricataRule): string =>
  `pass ${protocol} ${source} ${sourcePort} -> ${destination} ${destinationPort}`.slice(0, longest);

/** Reads the rules of a stateful or stateless group. */
export function rulesOf({ RulesSource, RuleVariables }: RuleGroup): GroupRules {
  const { RulesString, RulesSourceList, StatefulRules, StatelessRulesAndCustomActions } = RulesSource ?? {};
  const stateless = StatelessRulesAndCustomActions?.StatelessRules;
  if (stateless !== undefined)
    return {
      count: stateless.length,
      actions: count(stateless.flatMap(({ RuleDefinition }) => RuleDefinition?.Actions ?? [])),
      passAll: [],
      unread: 0,
    };
  const variables: Variables = {
    addresses: definitions(RuleVariables?.IPSets),
    ports: definitions(RuleVariables?.PortSets),
  };
  const text = RulesString === undefined ? { rules: [], unread: 0 } : readSuricata(RulesString);
  const given = (StatefulRules ?? []).map(suricataOf);
  const rules = [...text.rules, ...given.filter((rule) => rule !== undefined)];
  const domains = RulesSourceList?.Targets ?? [];
  const listed = RulesSourceList === undefined ? undefined : listActions[RulesSourceList.GeneratedRulesType ?? ''];
  const unread = text.unread + (given.length - (rules.length - text.rules.length));
  return {
    count: rules.length + domains.length + unread,
    actions: count([...rules.map(({ action }) => action), ...(listed === undefined ? [] : [listed])]),
    passAll: [
      ...rules.filter((rule) => rule.action === 'pass' && takesEverything(rule, variables)).map(inWords),
      ...(listed === 'pass' ? domains.filter((domain) => everyDomain.has(domain.trim())) : []).map(
        (domain) => `the domain ${domain}`,
      ),
    ].slice(0, fewest),
    unread: unread + (RulesSourceList !== undefined && listed === undefined ? 1 : 0),
  };
}

const definitions = (sets: Readonly<Record<string, { readonly Definition?: string[] | undefined }>> | undefined) =>
  Object.fromEntries(Object.entries(sets ?? {}).map(([name, { Definition }]) => [name, Definition ?? []]));
