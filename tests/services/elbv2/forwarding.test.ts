import { describe, expect, it } from 'vitest';
import { listenerOf } from '../../../src/services/elbv2/forwarding.ts';
import { loadBalancer } from '../../../src/services/elbv2/load-balancer.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const forward = (TargetGroupArn: string) => ({ Type: 'forward' as const, TargetGroupArn });
const weighted = (...groups: (readonly [string, number | undefined])[]) => ({
  Type: 'forward' as const,
  ForwardConfig: { TargetGroups: groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })) },
});
const fixed = { Type: 'fixed-response' as const };
const path = (...Values: string[]) => ({ Field: 'path-pattern', PathPatternConfig: { Values } });
const everyRule = { authentication: [], sources: undefined, headers: [], secretHeaders: [], all: true };

describe('listenerOf', () => {
  it('takes the default action where there are no rules', () => {
    expect(listenerOf({ Port: 443, Protocol: 'TLS', DefaultActions: [forward('tg-1')] }, undefined)).toEqual({
      port: 443,
      protocol: 'TLS',
      verifiesClients: false,
      forwarding: [{ ...everyRule, targetGroups: ['tg-1'] }],
    });
  });

  it('leaves out what gets no weight, unless nothing has any', () => {
    const groupsOf = (action: object) =>
      listenerOf({ DefaultActions: [action as never] }, undefined).forwarding[0]?.targetGroups;
    expect(groupsOf(weighted(['tg-1', 100], ['tg-2', 0]))).toEqual(['tg-1']);
    expect(groupsOf(weighted(['tg-1', 0], ['tg-2', 0]))).toEqual(['tg-1', 'tg-2']);
    expect(groupsOf(weighted(['tg-1', undefined]))).toEqual(['tg-1']);
  });

  it('asks rules in the order of their priorities and stops at one for everything', () => {
    const rules = [
      { Priority: 'default', IsDefault: true, Actions: [forward('tg-default')] },
      { Priority: '20', Conditions: [path('*')], Actions: [fixed] },
      { Priority: '3', Conditions: [path('/api/*')], Actions: [forward('tg-api')] },
    ];
    expect(listenerOf({}, rules).forwarding.map(({ targetGroups }) => targetGroups)).toEqual([['tg-api'], []]);
  });

  it.each([
    [{ Values: ['7cCHF0h9r4TgV1qkLbZx'] }, ['x-origin']],
    [{ Values: ['7cCHF0h9r4TgV1qkLbZx', 'bPx0s8GqzJm2TnUe4wRy'] }, ['x-origin']],
    [{ Values: ['7cCHF0h9r4TgV1qkLbZx', '*'] }, []],
    [{ Values: ['*https*??????????'] }, []],
    [{ RegexValues: ['^7cCHF0h9r4TgV1qkLbZx$'] }, ['x-origin']],
    [{ RegexValues: ['^[a-zA-Z0-9]{20,}.*$'] }, []],
    [{ Values: [] }, []],
    [{}, []],
  ])('knows a header with %j for a secret or not, and does not keep it', (config, secretHeaders) => {
    const [found] = listenerOf({}, [
      {
        Priority: '1',
        Conditions: [{ HttpHeaderConfig: { HttpHeaderName: 'X-Origin', ...config } }],
        Actions: [forward('tg-1')],
      },
    ]).forwarding;
    expect(found?.secretHeaders).toEqual(secretHeaders);
    expect(JSON.stringify(found)).not.toContain('7cCHF');
  });

  it('keeps what a rule asks of clients', () => {
    const [found] = listenerOf({ MutualAuthentication: { Mode: 'verify' } }, [
      {
        Priority: '1',
        Conditions: [
          { SourceIpConfig: { Values: ['198.51.100.0/24'] } },
          { HttpHeaderConfig: { HttpHeaderName: 'X-Origin', Values: ['hush'] } },
        ],
        Actions: [{ Type: 'authenticate-oidc' }, forward('tg-1')],
      },
    ]).forwarding;
    expect(found).toEqual({
      targetGroups: ['tg-1'],
      authentication: ['authenticate-oidc'],
      sources: ['198.51.100.0/24'],
      headers: ['X-Origin'],
      secretHeaders: [],
      all: false,
    });
    expect(JSON.stringify(found)).not.toContain('hush');
  });

  it.each([
    ['verify', true],
    ['passthrough', false],
    ['off', false],
  ])('knows that mutual TLS in mode %s verifies clients: %s', (Mode, expected) => {
    expect(listenerOf({ MutualAuthentication: { Mode } }, undefined).verifiesClients).toBe(expected);
  });
});

describe('listeners of a load balancer', () => {
  const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1';
  const balancer = (Type: string) => ({ LoadBalancers: [{ LoadBalancerArn: arn, LoadBalancerName: 'web', Type }] });
  const Listeners = [{ ListenerArn: `${arn}/l`, Port: 443, Protocol: 'HTTPS', DefaultActions: [fixed] }];

  it('are read with their rules, every page', async () => {
    const { records, sent } = await collectType(loadBalancer, ['listeners'], {
      DescribeLoadBalancers: balancer('application'),
      DescribeListeners: { Listeners },
      DescribeRules: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? { Rules: [{ Priority: '1', Conditions: [path('/a')], Actions: [forward('tg-1')] }], NextMarker: 'more' }
          : { Rules: [{ Priority: 'default', IsDefault: true, Actions: [fixed] }] },
    });
    expect(records[0]?.outcomes['listeners']).toMatchObject({
      kind: 'present',
      value: [{ port: 443, protocol: 'HTTPS', forwarding: [{ targetGroups: ['tg-1'] }, { targetGroups: [] }] }],
    });
    expect(sent.map(({ operation }) => operation)).toEqual([
      'DescribeLoadBalancers',
      'DescribeListeners',
      'DescribeRules',
      'DescribeRules',
    ]);
  });

  it('have no rules at a Network Load Balancer and are not asked of a Gateway Load Balancer', async () => {
    const answers = { DescribeListeners: { Listeners: [{ ...Listeners[0], DefaultActions: [forward('tg-1')] }] } };
    const network = await collectType(loadBalancer, ['listeners'], {
      DescribeLoadBalancers: balancer('network'),
      ...answers,
    });
    expect(network.sent.map(({ operation }) => operation)).toEqual(['DescribeLoadBalancers', 'DescribeListeners']);
    const gateway = await collectType(loadBalancer, ['listeners'], { DescribeLoadBalancers: balancer('gateway') });
    expect(gateway.records[0]?.outcomes['listeners']).toEqual({ kind: 'present', value: [] });
  });
});
