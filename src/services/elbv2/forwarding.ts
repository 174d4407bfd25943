import type {
  Action,
  HttpHeaderConditionConfig,
  Listener,
  Rule,
  RuleCondition,
} from '@aws-sdk/client-elastic-load-balancing-v2';

/** What a listener, or one of its rules, does with a request that it is for. */
export interface Forwarding {
  /** ARNs of the target groups that get a share. */
  readonly targetGroups: readonly string[];
  /** Types of actions before it that only let known users through: `authenticate-oidc`, `authenticate-cognito`, `jwt-validation`. */
  readonly authentication: readonly string[];
  /** Sources that the rule is for; undefined: all. */
  readonly sources: readonly string[] | undefined;
  /** Names of HTTP headers that must have a value the rule names, which may be a secret. */
  readonly headers: readonly string[];
  /** Those of them, in lower case, whose every value is too long to be hit upon: a secret between this listener and who asks it. */
  readonly secretHeaders: readonly string[];
  /** It is for every request, so that rules after it are never asked. */
  readonly all: boolean;
}

/** A listener and where it sends what comes in, in the order in which its rules are asked. */
export interface ForwardingListener {
  readonly port: number | undefined;
  /** `HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP`, `TCP_UDP`, `QUIC`… */
  readonly protocol: string | undefined;
  /** Clients must show a certificate that the load balancer verifies. */
  readonly verifiesClients: boolean;
  readonly forwarding: readonly Forwarding[];
}

const authenticating: ReadonlySet<string | undefined> = new Set([
  'authenticate-oidc',
  'authenticate-cognito',
  'jwt-validation',
]);

/** A target group of weight 0 gets nothing, unless all are. */
function groupsOf({ TargetGroupArn, ForwardConfig }: Action): string[] {
  const all = ForwardConfig?.TargetGroups ?? [];
  const weighted = all.filter(({ Weight }) => Weight === undefined || Weight > 0);
  const arns = (weighted.length > 0 ? weighted : all).flatMap((each) => each.TargetGroupArn ?? []);
  return arns.length > 0 || TargetGroupArn === undefined ? arns : [TargetGroupArn];
}

const everything: ReadonlySet<string> = new Set(['*', '/*']);

/** Whether a condition leaves no request out. */
function isOpen({ Values, PathPatternConfig, HostHeaderConfig }: RuleCondition): boolean {
  const values = [...(Values ?? []), ...(PathPatternConfig?.Values ?? []), ...(HostHeaderConfig?.Values ?? [])];
  return values.some((value) => everything.has(value));
}

/** The values themselves are not kept. Wildcards stand for what nobody has to know. */
const asksForSecret = ({ Values = [], RegexValues = [] }: HttpHeaderConditionConfig): boolean => {
  const fixed = [
    ...Values.map((value) => value.replaceAll(/[*?]/g, '')),
    // what is left of an expression without its signs is less than it asks for
    ...RegexValues.map((value) => value.replaceAll(/\\.|\[[^\]]*\]|[().*+?|^$]|\{[^}]*\}/g, '')),
  ];
  return fixed.length > 0 && fixed.every((value) => value.length >= secretLength);
};
const secretLength = 12;

const forwardingOf = (actions: readonly Action[] | undefined, conditions: readonly RuleCondition[]): Forwarding => {
  const sources = conditions.flatMap(({ SourceIpConfig }) => SourceIpConfig?.Values ?? []);
  return {
    targetGroups: (actions ?? []).filter(({ Type }) => Type === 'forward').flatMap(groupsOf),
    authentication: (actions ?? []).flatMap(({ Type }) =>
      Type !== undefined && authenticating.has(Type) ? [Type] : [],
    ),
    sources: conditions.some(({ SourceIpConfig }) => SourceIpConfig !== undefined) ? sources : undefined,
    headers: conditions.flatMap(({ HttpHeaderConfig }) => HttpHeaderConfig?.HttpHeaderName ?? []),
    secretHeaders: conditions.flatMap(({ HttpHeaderConfig }) =>
      HttpHeaderConfig?.HttpHeaderName === undefined || !asksForSecret(HttpHeaderConfig)
        ? []
        : [HttpHeaderConfig.HttpHeaderName.toLowerCase()],
    ),
    all: isForAll(conditions),
  };
};

/** Whether a rule is for every request, so that rules after it are never asked. */
const isForAll = (conditions: readonly RuleCondition[]): boolean => conditions.every(isOpen);

const orderOf = ({ Priority, IsDefault }: Rule): number =>
  IsDefault === true || Priority === 'default' ? Number.POSITIVE_INFINITY : Number(Priority);

/** Rules in the order in which they are asked, up to the first that is for every request: what comes after is never reached. */
export function reached(rules: readonly Rule[]): readonly Rule[] {
  const ordered = [...rules].sort((a, b) => orderOf(a) - orderOf(b));
  const end = ordered.findIndex(({ Conditions }) => isForAll(Conditions ?? []));
  return end === -1 ? ordered : ordered.slice(0, end + 1);
}

/**
 * A listener with its rules; without rules (Network Load Balancers have none) its default actions are all.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
 */
export function listenerOf(listener: Listener, rules: readonly Rule[] | undefined): ForwardingListener {
  return {
    port: listener.Port,
    protocol: listener.Protocol,
    verifiesClients: listener.MutualAuthentication?.Mode === 'verify',
    forwarding:
      rules === undefined
        ? [forwardingOf(listener.DefaultActions, [])]
        : reached(rules).map(({ Actions, Conditions }) => forwardingOf(Actions, Conditions ?? [])),
  };
}
