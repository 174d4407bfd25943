import { expect, it } from 'vitest';
import { rulesOf } from '../../../src/services/networkfirewall/rules.ts';

const rule = (Action: 'PASS' | 'DROP', Source: string, Keyword = 'sid') => ({
  Action,
  Header: {
    Protocol: 'IP' as const,
    Source,
    SourcePort: 'ANY',
    Direction: 'ANY' as const,
    Destination: 'ANY',
    DestinationPort: 'Any',
  },
  RuleOptions: [{ Keyword, Settings: ['1'] }],
});

it('tells what rules that are given by members do', () => {
  const found = rulesOf({
    RulesSource: {
      StatefulRules: [
        rule('PASS', 'ANY'),
        rule('PASS', '10.0.0.0/8'),
        rule('DROP', 'ANY'),
        rule('PASS', 'any', 'geoip'),
      ],
    },
  });
  expect(found).toEqual({
    count: 4,
    actions: { pass: 3, drop: 1 },
    passAll: ['pass ip ANY ANY -> ANY Any'],
    unread: 0,
  });
});

it('knows what names stand for', () => {
  const found = rulesOf({
    RuleVariables: { IPSets: { ALL: { Definition: ['0.0.0.0/0'] } } },
    RulesSource: {
      RulesString: 'pass ip $ALL any -> any any (sid:1;)\nwhat is this\nreject tcp any any -> any 25 (sid:2;)',
    },
  });
  expect(found).toEqual({
    count: 3,
    actions: { pass: 1, reject: 1 },
    passAll: ['pass ip $ALL any -> any any'],
    unread: 1,
  });
});

it.each([
  ['ALLOWLIST', ['.example.com'], { pass: 1 }, []],
  ['ALLOWLIST', ['.'], { pass: 1 }, ['the domain .']],
  ['DENYLIST', ['.'], { drop: 1 }, []],
  ['REJECTLIST', ['bad.example'], { reject: 1 }, []],
  ['ALERTLIST', ['odd.example'], { alert: 1 }, []],
] as const)('tells what a list of domains does: %s %s', (GeneratedRulesType, Targets, actions, passAll) => {
  const list = { GeneratedRulesType, Targets: [...Targets], TargetTypes: ['TLS_SNI' as const] };
  expect(rulesOf({ RulesSource: { RulesSourceList: list } })).toEqual({ count: 1, actions, passAll, unread: 0 });
});

it('counts what it does not understand', () => {
  const list = { GeneratedRulesType: 'PONDER' as never, Targets: ['.'], TargetTypes: [] };
  expect(rulesOf({ RulesSource: { RulesSourceList: list } })).toMatchObject({ passAll: [], unread: 1 });
  const odd = { Action: undefined, Header: undefined, RuleOptions: [] };
  expect(rulesOf({ RulesSource: { StatefulRules: [odd] } })).toMatchObject({ count: 1, unread: 1 });
});

it('counts stateless rules', () => {
  const one = { Priority: 1, RuleDefinition: { MatchAttributes: {}, Actions: ['aws:drop'] } };
  expect(rulesOf({ RulesSource: { StatelessRulesAndCustomActions: { StatelessRules: [one] } } })).toEqual({
    count: 1,
    actions: { 'aws:drop': 1 },
    passAll: [],
    unread: 0,
  });
});
