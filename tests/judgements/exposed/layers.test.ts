import { describe, expect, it } from 'vitest';
import type { Certainty, WayIn } from '../../../src/engine/exposed.ts';
import { aclLayer, groupLayer, passedLayer } from '../../../src/judgements/exposed/network-layers.ts';
import type { Network } from '../../../src/judgements/network/reach/facts.ts';
import { acl, entry, group, network, out, rule, tcp, world } from '../network/reach/world.ts';

const way = (certainty: Certainty, cdn?: string): WayIn => ({
  certainty,
  how: `a way that is ${certainty}`,
  ...(cdn === undefined ? {} : { through: [cdn] }),
});

describe('a layer that ways lead through', () => {
  const none = 'it is reached without one';
  const at = ({ through }: WayIn): string | undefined => through?.[0];
  it.each<[string, WayIn[], string | undefined, string]>([
    ['each open way leads through it', [way('open', 'cf'), way('open', 'cf')], undefined, 'present'],
    ['one open way does not', [way('open', 'cf'), way('open')], undefined, 'absent'],
    ['no open way does', [way('open')], undefined, 'absent'],
    ['no open way does, and what may stand there was not read', [way('open')], 'not read', 'absent'],
    [
      'a way that is only possible does not, beside an open one that does',
      [way('open', 'cf'), way('possible')],
      undefined,
      'present',
    ],
    ['the only way is possible and does not', [way('possible')], undefined, 'unknown'],
    ['the only way is unknown and does not', [way('unknown')], 'not read', 'unknown'],
    ['there is no way', [], undefined, 'unknown'],
  ])('%s', (_when, ways, unread, expected) => {
    expect(passedLayer(ways, { layer: 'cdn', at, unread, none }).state).toBe(expected);
  });
});

describe('security groups', () => {
  const list = { ...rule(443, []), prefixLists: ['pl-1'] };
  it.each<[string, Partial<Network>, string[], string]>([
    ['one port is open', { groups: [group('sg-1', rule(22, [world]))] }, ['sg-1'], 'present'],
    ['nothing is open', { groups: [group('sg-1')] }, ['sg-1'], 'present'],
    ['every port is open', { groups: [group('sg-1', rule('all', [world]))] }, ['sg-1'], 'absent'],
    ['every port is open over IPv6', { groups: [group('sg-1', rule('all', ['::/0']))] }, ['sg-1'], 'absent'],
    [
      'every port is open in two halves',
      { groups: [group('sg-1', rule('all', ['0.0.0.0/1'])), group('sg-2', rule('all', ['128.0.0.0/1']))] },
      ['sg-1', 'sg-2'],
      'absent',
    ],
    [
      'every port is open to own addresses',
      { groups: [group('sg-1', rule('all', ['10.0.0.0/8']))] },
      ['sg-1'],
      'present',
    ],
    ['a group is not known', { groups: [] }, ['sg-1'], 'unknown'],
    [
      'one is not known, and another opens every port',
      { groups: [group('sg-1', rule('all', [world]))] },
      ['sg-1', 'sg-2'],
      'absent',
    ],
    ['groups were not read', { groups: [], unread: { groups: 'groups were not read' } }, ['sg-1'], 'unknown'],
    ['a prefix list was not read', { groups: [group('sg-1', list)] }, ['sg-1'], 'unknown'],
    [
      'a prefix list was read',
      { groups: [group('sg-1', list)], prefixLists: [{ id: 'sg-1', prefixListCidrs: { 'pl-1': ['10.0.0.0/8'] } }] },
      ['sg-1'],
      'present',
    ],
    ['it has none', {}, [], 'absent'],
  ])('%s', (_when, parts, groupIds, expected) => {
    expect(groupLayer({ groupIds }, network(parts), 'it has none').state).toBe(expected);
  });
});

describe('network ACLs', () => {
  const subnetIds = ['subnet-public'];
  it.each<[string, Partial<Network>, string]>([
    ['it lets everything in', {}, 'absent'],
    [
      'it denies one port',
      {
        acls: [acl('acl-1', subnetIds, entry(90, 'deny', world, tcp(22)), entry(100, 'allow', world), out(100, world))],
      },
      'present',
    ],
    [
      'it lets one port in',
      { acls: [acl('acl-1', subnetIds, entry(100, 'allow', world, tcp(443)), out(100, world))] },
      'present',
    ],
    ['it is not known', { acls: [] }, 'unknown'],
    ['ACLs were not read', { acls: [], unread: { acls: 'network ACLs were not read' } }, 'unknown'],
  ])('%s', (_when, parts, expected) => {
    expect(aclLayer({ aclIds: [], subnetIds }, network(parts)).state).toBe(expected);
  });

  it('is absent where one of several subnets lets everything in, and unknown where no subnet is known', () => {
    const some = network({ acls: [acl('acl-1', ['subnet-public'])] });
    expect(aclLayer({ aclIds: [], subnetIds: ['subnet-9', 'subnet-public'] }, some).state).toBe('absent');
    expect(aclLayer({ aclIds: [], subnetIds: ['subnet-9'] }, some).state).toBe('unknown');
    expect(aclLayer({ aclIds: [], subnetIds: [] }, some).state).toBe('unknown');
    expect(aclLayer({ aclIds: ['acl-1'], subnetIds: [] }, some).state).toBe('absent');
  });
});
