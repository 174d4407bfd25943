import type { Compute } from '../../iam/graph/types.ts';
import { exposure } from '../../iam/index.ts';
import type { ExposureOptions } from '../../iam/index.ts';
import { functionUrlExposure } from '../../iam/exposure/endpoints.ts';
import type { FunctionUrl } from '../../services/lambda/function.ts';

/** A way in, in words that follow "reached". */
export type Way = Exclude<Compute['internet'], 'unknown' | undefined>;

/** What was read of a function; a field that is left out was not. */
export interface FunctionFacts {
  readonly arn: string;
  readonly urls?: readonly FunctionUrl[] | undefined;
  /** Policies of the aliases with a URL. */
  readonly urlPolicies?: Readonly<Record<string, string>> | undefined;
  /** null: it has none. */
  readonly policy?: string | null | undefined;
}

const isOpen = (verdict: string): boolean =>
  verdict === 'public' || verdict === 'any-account' || verdict === 'conditional' || verdict === 'unknown';
const isSure = (verdict: string): boolean => verdict === 'public' || verdict === 'any-account';

/** How strangers reach a function without an API or load balancer before it, surest first. */
export function waysToFunction(facts: FunctionFacts, options: ExposureOptions): Way[] {
  const ways = [...(facts.urls ?? []).flatMap((url) => throughUrl(facts, url, options)), ...directly(facts, options)];
  return ways.sort((a, b) => Number(a.unsure === true) - Number(b.unsure === true));
}

/**
 * A URL without authentication answers nobody whom the policy of what it leads to does not allow; one that asks for a
 * signature answers strangers only when that policy names everybody.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
function throughUrl(facts: FunctionFacts, { url, authType, qualifier }: FunctionUrl, options: ExposureOptions): Way[] {
  const at = `at ${url ?? 'its URL'}${authType === 'NONE' ? '' : ' by any AWS account'}`;
  const unread = authType === 'NONE' ? [{ via: `${at}; the policy that decides it was not read`, unsure: true }] : [];
  if (qualifier !== undefined && facts.urlPolicies === undefined) return unread;
  if (qualifier === undefined && facts.policy === undefined) return unread;
  const policy = qualifier === undefined ? facts.policy : facts.urlPolicies?.[qualifier];
  const found = functionUrlExposure(
    {
      arn: qualifier === undefined ? facts.arn : `${facts.arn}:${qualifier}`,
      policy,
      // what is neither is judged as the stricter
      authType: authType ?? 'NONE',
    },
    options,
  );
  if (!isOpen(found.url)) return [];
  if (isSure(found.url) && isSure(found.invoke)) return [{ via: at }];
  return [
    isSure(found.url) && !isOpen(found.invoke)
      ? {
          via: `${at}; its policy allows lambda:InvokeFunctionUrl but not lambda:InvokeFunction, without which URLs answered until October 2025 only`,
          unsure: true,
        }
      : { via: `${at}; conditions of its policy are open`, unsure: true },
  ];
}

/** Through Lambda's own API, which answers signed requests only. */
function directly({ arn, urls, policy }: FunctionFacts, options: ExposureOptions): Way[] {
  if (policy === undefined || policy === null) return [];
  const found = exposure({ kind: 'lambda', arn, policy, functionUrl: null }, options);
  for (const group of ['write', 'administer'] as const) {
    const verdict = found.access[group];
    if (!isOpen(verdict)) continue;
    const action = found.witnesses[group]?.action ?? 'what its policy allows';
    return [{ via: `by ${action} from any AWS account`, ...(isSure(verdict) ? {} : { unsure: true }) }];
  }
  // without the list of URLs, a policy for one speaks for one
  if (urls === undefined && isOpen(functionUrlExposure({ arn, policy, authType: 'NONE' }, options).url))
    return [{ via: 'at a URL: its URLs were not read, and its policy allows lambda:InvokeFunctionUrl', unsure: true }];
  return [];
}
