/** A rule of an endpoint rule set, as botocore keeps it (https://smithy.io/2.0/additional-specs/rules-engine/specification.html). */
interface Rule {
  readonly conditions?: readonly Call[];
  readonly rules?: readonly Rule[];
  readonly endpoint?: { readonly url: unknown };
  readonly error?: string;
}

interface Call {
  readonly fn: string;
  readonly argv: readonly unknown[];
  readonly assign?: string;
}

type Values = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/**
 * The host that a rule set gives for some parameters; undefined: it gives an error, or no rule speaks of them.
 * @param partitions what the rules' function `aws.partition` answers, by region
 * @throws TypeError for a function that it does not know
 */
export function urlBy(
  rules: readonly Rule[],
  parameters: Values,
  partitions: (region: string) => Values | undefined,
): string | undefined {
  const valueOf = (argument: unknown, known: Values): unknown => {
    if (typeof argument === 'string')
      return argument.replaceAll(/\{([^}#]+)(?:#([^}]+))?\}/g, (_, name: string, member?: string) => {
        const found = known[name];
        return String(member === undefined ? found : isRecord(found) ? found[member] : undefined);
      });
    if (!isRecord(argument)) return argument;
    if (typeof argument['ref'] === 'string') return known[argument['ref']];
    return call(argument as unknown as Call, known);
  };
  const call = ({ fn, argv }: Call, known: Values): unknown => {
    const [first, second] = argv.map((argument) => valueOf(argument, known));
    switch (fn) {
      case 'isSet':
        return first !== undefined;
      case 'not':
        return first === undefined || first === false;
      case 'booleanEquals':
      case 'stringEquals':
        return first === second;
      case 'getAttr':
        return isRecord(first) ? first[String(second)] : undefined;
      case 'aws.partition':
        return partitions(String(first));
      default:
        throw new TypeError(`the endpoint rules ask ${fn}, which is not known here`);
    }
  };
  const follow = (among: readonly Rule[], known: Values): { readonly url: string | undefined } | undefined => {
    for (const rule of among) {
      let own = known;
      const holds = (rule.conditions ?? []).every((condition) => {
        const found = call(condition, own);
        if (condition.assign !== undefined) own = { ...own, [condition.assign]: found };
        return found !== undefined && found !== false;
      });
      if (!holds) continue;
      if (rule.error !== undefined) return { url: undefined };
      if (rule.endpoint !== undefined) return { url: String(valueOf(rule.endpoint.url, own)) };
      return follow(rule.rules ?? [], own) ?? { url: undefined };
    }
    return undefined;
  };
  return follow(rules, parameters)?.url;
}
