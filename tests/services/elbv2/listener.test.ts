import { expect, it } from 'vitest';
import { listener } from '../../../src/services/elbv2/listener.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const balancerArn = (name: string): string =>
  `arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/${name}/1`;
const rule = (Priority: string, action: object, path?: string) => ({
  RuleArn: `rule/${Priority}`,
  Priority,
  IsDefault: Priority === 'default',
  Conditions: path === undefined ? [] : [{ Field: 'path-pattern', PathPatternConfig: { Values: [path] } }],
  Actions: [action],
});
const redirect = (Protocol?: string) => ({ Type: 'redirect', RedirectConfig: { StatusCode: 'HTTP_301', Protocol } });

async function read(rules: readonly object[], facet: 'rules' | 'tls' = 'rules') {
  const { records, sent } = await collectType(listener, [facet], {
    DescribeLoadBalancers: {
      LoadBalancers: ['gone', 'web'].map((name) => ({
        LoadBalancerArn: balancerArn(name),
        LoadBalancerName: name,
        Type: 'application',
        Scheme: 'internal',
      })),
    },
    DescribeListeners: ({ LoadBalancerArn }: { LoadBalancerArn?: string }) => {
      if (LoadBalancerArn === balancerArn('gone')) throw awsError('LoadBalancerNotFoundException');
      return {
        Listeners: [
          { ListenerArn: 'arn:1', Port: 80, Protocol: 'HTTP' },
          { ListenerArn: 'arn:2', Port: 443, Protocol: 'HTTPS', SslPolicy: 'Known' },
          { ListenerArn: 'arn:3', Port: 444, Protocol: 'HTTPS', SslPolicy: 'Tomorrow' },
        ],
      };
    },
    DescribeRules: { Rules: rules },
    DescribeSSLPolicies: ({ Marker }: { Marker?: string }) =>
      Marker === undefined
        ? { SslPolicies: [{ Name: 'Other', SslProtocols: [] }], NextMarker: 'more' }
        : { SslPolicies: [{ Name: 'Known', SslProtocols: ['TLSv1.2'], Ciphers: [{ Name: 'A' }] }] },
  });
  return { records, sent, values: records.map(({ outcomes }) => outcomes[facet]) };
}

it('names listeners by their load balancer, and leaves out one that was deleted meanwhile', async () => {
  const { records } = await read([]);
  expect(records.map(({ item }) => [item.id, item.name, 'scheme' in item && item.scheme])).toEqual([
    ['arn:1', 'web (HTTP 80)', 'internal'],
    ['arn:2', 'web (HTTPS 443)', 'internal'],
    ['arn:3', 'web (HTTPS 444)', 'internal'],
  ]);
});

it('asks for the rules of plain HTTP alone, in their order, up to one that is for everything', async () => {
  const { values, sent } = await read([
    rule('default', redirect('HTTPS')),
    rule('30', redirect(), '/*'),
    rule('5', { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '403' } }, '/admin'),
    rule('10', { Type: 'forward', TargetGroupArn: 'tg' }, '/health'),
  ]);
  expect(values[0]).toEqual({
    kind: 'present',
    value: [
      { priority: '5', ends: 'fixed-response', status: '403' },
      { priority: '10', ends: 'forward' },
      { priority: '30', ends: 'redirect', redirectsTo: '#{protocol}' },
    ],
  });
  expect(values.slice(1)).toEqual([
    { kind: 'present', value: [] },
    { kind: 'present', value: [] },
  ]);
  expect(sent.filter(({ operation }) => operation === 'DescribeRules')).toHaveLength(1);
});

it('looks its TLS policy up among those of the region, on every page, once', async () => {
  const { values, sent } = await read([], 'tls');
  expect(values).toEqual([
    { kind: 'present', value: undefined },
    { kind: 'present', value: { protocols: ['TLSv1.2'], ciphers: ['A'] } },
    { kind: 'present', value: undefined },
  ]);
  expect(sent.filter(({ operation }) => operation === 'DescribeSSLPolicies')).toHaveLength(2);
});
