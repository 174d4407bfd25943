import type { Action, Listener, Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { resource } from '../../inventory/resource.ts';
import { listenersUnlessDeleted, loadBalancersOf, rulesOf, sslPoliciesOf } from './answers.ts';
import { reached } from './forwarding.ts';
import { elbv2 } from './service.ts';

/** What a listener does with requests that one of its rules, or the default one, is for. */
export interface RuleFact {
  /** E.g. `10`, or `default`. */
  readonly priority: string;
  /** What ends the request: `forward`, `redirect`, `fixed-response`; one of tomorrow; undefined: AWS did not say. */
  readonly ends: string | undefined;
  /** Of a redirect: `HTTP`, `HTTPS`, or `#{protocol}`, which keeps that of the request. */
  readonly redirectsTo?: string | undefined;
  /** Of a fixed response: its HTTP status. */
  readonly status?: string | undefined;
}

const ending: ReadonlySet<string | undefined> = new Set(['forward', 'redirect', 'fixed-response']);

/** The last action decides: those before it authenticate. */
function factOf(priority: string, actions: readonly Action[] | undefined): RuleFact {
  const action = (actions ?? []).find(({ Type }) => ending.has(Type)) ?? actions?.at(-1);
  return {
    priority,
    ends: action?.Type ?? (action?.TargetGroupArn === undefined ? undefined : 'forward'),
    // "#{protocol}" is what AWS takes where none is given:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
    ...(action?.RedirectConfig === undefined ? {} : { redirectsTo: action.RedirectConfig.Protocol ?? '#{protocol}' }),
    ...(action?.FixedResponseConfig === undefined ? {} : { status: action.FixedResponseConfig.StatusCode }),
  };
}

const factsOf = (rules: readonly Rule[]): RuleFact[] =>
  reached(rules).map(({ Priority, IsDefault, Actions }) =>
    factOf(IsDefault === true ? 'default' : (Priority ?? ''), Actions),
  );

/** Protocols that a listener ends TLS of. */
const presenting: ReadonlySet<string> = new Set(['HTTPS', 'TLS', 'QUIC', 'TCP_QUIC']);

const nameOf = (balancer: string, { Protocol, Port }: Listener): string =>
  Port === undefined ? balancer : `${balancer} (${Protocol === undefined ? '' : `${Protocol} `}${Port})`;

/** What an Application, Network or Gateway Load Balancer listens on. */
export const listener = resource(elbv2, 'AWS::ElasticLoadBalancingV2::Listener', {
  calls: ['DescribeLoadBalancers', 'DescribeListeners'],
  narrows: {
    DescribeLoadBalancers: { LoadBalancerArns: 'unless given', Names: 'unless given' },
    DescribeListeners: { LoadBalancerArn: 'asked', ListenerArns: 'unless given' },
  },
  often: { DescribeListeners: 'per AWS::ElasticLoadBalancingV2::LoadBalancer' },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html'],
  async *list(api) {
    const balancers = await loadBalancersOf(api);
    const found = await Promise.all(
      balancers.map(async (balancer) => ({
        balancer,
        listeners:
          balancer.LoadBalancerArn === undefined ? [] : await listenersUnlessDeleted(api, balancer.LoadBalancerArn),
      })),
    );
    for (const { balancer, listeners } of found) {
      for (const each of listeners) {
        if (each.ListenerArn === undefined) continue;
        yield {
          id: each.ListenerArn,
          arn: each.ListenerArn,
          /** The load balancer's name, and what it listens on: `shop (HTTPS 443)`. */
          name: nameOf(balancer.LoadBalancerName ?? balancer.LoadBalancerArn ?? '', each),
          loadBalancerArn: balancer.LoadBalancerArn,
          /** `application`, `network` or `gateway`. */
          loadBalancerType: balancer.Type,
          /** `internet-facing` or `internal`. */
          scheme: balancer.Scheme,
          port: each.Port,
          /** `HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP`, `TCP_UDP`, `QUIC`, `TCP_QUIC`, `GENEVE`. */
          protocol: each.Protocol,
          /** The name of the policy by which it negotiates TLS; none unless it ends TLS. */
          sslPolicy: each.SslPolicy,
        };
      }
    }
  },
}).facets((facet) => ({
  /** What it does with requests; asked of Application Load Balancers that take plain HTTP. */
  rules: facet({
    calls: ['DescribeRules'],
    // it was deleted since it was listed
    absentOn: ['ListenerNotFoundException'],
    async read(api, { arn, protocol, loadBalancerType }) {
      return loadBalancerType === 'application' && protocol === 'HTTP' ? factsOf(await rulesOf(api, arn)) : [];
    },
  }),
  /** ARNs of the certificates that it presents, of ACM and IAM, the default one too; none unless it ends TLS. */
  certificates: facet({
    calls: ['DescribeListenerCertificates'],
    // it was deleted since it was listed
    absentOn: ['ListenerNotFoundException'],
    async read(api, { arn, protocol }) {
      const found = new Set<string>();
      if (protocol !== undefined && !presenting.has(protocol)) return [];
      for await (const { Certificates } of api.pages('DescribeListenerCertificates', {
        ListenerArn: arn,
        PageSize: 400,
      }))
        for (const { CertificateArn } of Certificates ?? [])
          if (CertificateArn !== undefined) found.add(CertificateArn);
      return [...found];
    },
  }),
  /** The protocols and ciphers of its TLS policy; undefined where it has none, or one that AWS does not describe. */
  tls: facet({
    calls: ['DescribeSSLPolicies'],
    often: { DescribeSSLPolicies: 'once' },
    async read(api, { sslPolicy }) {
      if (sslPolicy === undefined) return undefined;
      const found = (await sslPoliciesOf(api)).get(sslPolicy);
      return found === undefined
        ? undefined
        : {
            protocols: found.SslProtocols ?? [],
            ciphers: (found.Ciphers ?? []).flatMap(({ Name }) => Name ?? []),
          };
    },
  }),
}));
