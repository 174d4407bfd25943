import { describe, expect, it } from 'vitest';
import {
  organizationPathOf,
  resourceControlsOf,
  resourceLimits,
  serviceControlsOf,
} from '../../../src/judgements/organization/control-policies.ts';
import { controlsJson, reasonsOf, unreadNote } from '../../../src/judgements/organization/control-sources.ts';
import { notTold, resourceControls, serviceControls } from '../../helpers/controls.ts';

const denial = [{ Effect: 'Deny', Action: 'iam:*', Resource: '*' }];
const allowance = [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }];
const namesOf = (levels: unknown) => (levels as { name: string }[][]).map((level) => level.map(({ name }) => name));

describe('policies of the organisation, as the engine takes them', () => {
  it('are shown whole and judged without the levels that take nothing away', () => {
    const { policies, source } = serviceControlsOf(serviceControls({ NoIam: denial }), {});
    expect(namesOf(policies)).toEqual([['SCP FullAWSAccess', 'SCP NoIam']]);
    expect(source.source).toBe('collected');
    expect(namesOf('levels' in source && source.levels)).toEqual([
      ['SCP FullAWSAccess', 'SCP NoIam'],
      ['SCP FullAWSAccess'],
    ]);
  });

  it('are none for the engine where nothing is taken away', () => {
    expect(serviceControlsOf(serviceControls(), {}).policies).toBeUndefined();
    expect(serviceControlsOf(serviceControls({ Ec2: allowance }), {}).policies).toBeUndefined();
    expect(resourceControlsOf(resourceControls(), {}).policies).toBeUndefined();
  });

  it('keep a level without AWS’s own policy: what it does not allow is denied', () => {
    const only = {
      levels: [
        {
          target: 'r-ab12',
          policies: [{ id: 'p-own00000', name: 'Ec2', document: JSON.stringify({ Statement: allowance }) }],
        },
      ],
    };
    const { policies } = serviceControlsOf({ serviceControls: [{ serviceControls: only }] }, {});
    expect(namesOf(policies)).toEqual([['SCP Ec2']]);
  });

  it('have RCPFullAWSAccess on every level, which nobody can detach', () => {
    const without = {
      levels: [
        {
          target: 'r-ab12',
          policies: [{ id: 'p-own00000', name: 'Own', document: JSON.stringify({ Statement: denial }) }],
        },
      ],
    };
    const { policies, source } = resourceControlsOf({ resourceControls: [{ resourceControls: without }] }, {});
    expect(namesOf('levels' in source && source.levels)).toEqual([['RCP RCPFullAWSAccess', 'RCP Own']]);
    expect(namesOf(policies)).toEqual([['RCP RCPFullAWSAccess', 'RCP Own']]);
  });

  it('keep a policy that cannot be parsed: it may deny', () => {
    const odd = {
      levels: [{ target: 'r-ab12', policies: [{ id: 'p-own00000', name: 'Odd', document: '{"Statement":[{' }] }],
    };
    expect(resourceControlsOf({ resourceControls: [{ resourceControls: odd }] }, {}).policies).toHaveLength(1);
  });

  it.each([
    ['they are denied', { serviceControls: [] }, { serviceControls: notTold }, false, notTold.cause, notTold.actions],
    ['nobody asked', {}, {}, false, 'AWS was not asked for them', []],
    ['a member got no answer', { serviceControls: [] }, {}, true, 'AWS was not asked for them', []],
  ])('are not known when %s', (_, companions, unread, member, reason, actions) => {
    expect(serviceControlsOf(companions as never, unread, member)).toEqual({
      policies: 'unknown',
      source: { source: 'unknown', reason, actions },
    });
  });

  it.each([
    [
      'there is a reason',
      { serviceControls: [{ serviceControls: { none: 'they do not bind the management account' } }] },
      'they do not bind the management account',
    ],
    ['the partition has none', { serviceControls: [] }, 'the partition has no organizations'],
  ])('are none when %s', (_, companions, none) => {
    expect(serviceControlsOf(companions as never, {})).toEqual({
      policies: undefined,
      source: { source: 'collected', levels: [], none },
    });
  });

  it('tell where in the organisation the account is', () => {
    expect(organizationPathOf('o-abcdefghij', resourceControls())).toBe('o-abcdefghij/r-ab12/');
    expect(organizationPathOf('o-abcdefghij', {})).toBeUndefined();
    expect(
      organizationPathOf('o-abcdefghij', {
        serviceControls: [{ serviceControls: { none: 'x' } }],
        ...resourceControls(),
      }),
    ).toBe('o-abcdefghij/r-ab12/');
  });
});

describe('what findings and reports say of them', () => {
  it('is nothing where resource control policies are known', () => {
    expect(resourceLimits(resourceControls(), {})).toEqual({ note: '', documents: [] });
    const { rcps, note, documents } = resourceLimits(resourceControls({ Own: denial }), {});
    expect([rcps?.length, note, documents.length]).toEqual([1, '', 2]);
  });

  it('names what is missing', () => {
    expect(resourceLimits({ resourceControls: [] }, { resourceControls: notTold })).toEqual({
      note: '; resource control policies were not read (organizations:ListRoots denied) and may narrow it',
      documents: [],
    });
    expect(
      resourceLimits({ resourceControls: [] }, { resourceControls: { actions: [], cause: 'HTTP 500' } }).note,
    ).toBe('; resource control policies were not read and may narrow it');
  });

  const unknown = { source: 'unknown', reason: notTold.cause, actions: notTold.actions } as const;
  const file = { source: 'file', file: 'scps.json', levels: [[{ name: 'SCP x', document: {} }]] } as const;
  it.each([
    [[], undefined, ''],
    [['identity'], undefined, ''],
    [['scp'], undefined, '; service control policies were not read and may block it'],
    [
      ['rcp'],
      { scps: file, rcps: unknown },
      '; resource control policies were not read (organizations:ListRoots denied) and may block it',
    ],
    [
      ['scp', 'rcp'],
      { scps: unknown, rcps: unknown },
      '; service and resource control policies were not read (organizations:ListRoots denied) and may block it',
    ],
  ])('adds to a proven path, with %j unread, what is not known', (unread, sources, note) => {
    expect(unreadNote(unread, sources)).toBe(note);
  });

  it('shows the source of each type', () => {
    const collected = { source: 'collected', levels: [], none: 'the account is in no organization' } as const;
    expect(controlsJson(undefined)).toEqual({});
    expect(controlsJson({ scps: file, rcps: unknown })).toEqual({
      organizationPolicies: { scps: { source: 'file', file: 'scps.json', levels: [['SCP x']] }, rcps: unknown },
    });
    expect(controlsJson({ scps: collected, rcps: collected })).toEqual({
      organizationPolicies: { scps: collected, rcps: collected },
    });
    expect(reasonsOf({ scps: file, rcps: unknown })).toEqual([`resource control policies: ${notTold.cause}`]);
    expect(reasonsOf(undefined)).toEqual([]);
  });
});
