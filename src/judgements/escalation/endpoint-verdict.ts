import { manual, unknown, unknownWithout } from '../../engine/check.ts';
import type { Context, Verdict } from '../../engine/check.ts';
import { entriesThrough } from '../../iam/paths/entries.ts';
import { summarize } from '../../iam/paths/summary.ts';
import type { Entry } from '../../iam/paths/types.ts';
import { type Endpoints, endpointsAlong, endpointsOf, unreadEndpoints } from '../endpoints/endpoints.ts';
import { attackPaths } from './escalation.ts';
import { network } from '../network/network.ts';
import { derive } from '../../engine/derive.ts';
import { type AccountPaths, entryVerdict } from './escalation-verdicts.ts';

interface Reached extends Endpoints {
  readonly entries: readonly Entry[];
}

/** Ways in through functions and APIs with a role that leads to administration, or may. */
export const publicEndpoints = derive(
  'functions and APIs that strangers reach',
  { ...endpointsAlong, network, paths: attackPaths },
  (facts, context): Reached => {
    const { paths } = facts;
    const byArn = new Map(paths.principals.map(({ arn, verdict }) => [arn, verdict]));
    const leads = (role: string): boolean => {
      const verdict = byArn.get(role);
      return verdict === 'proven' || verdict === 'possible' || verdict === 'unknown';
    };
    const endpoints = endpointsOf(context, facts, context, leads);
    return { ...endpoints, entries: entriesThrough(paths, endpoints.endpoints) };
  },
);

/**
 * The verdict on ways to administration through functions and APIs that strangers reach. A way that is proven needs
 * nothing more; that there is none needs everything.
 */
export function endpointVerdict(
  paths: AccountPaths,
  { entries, endpoints, missing }: Reached,
  unreadAlong: Context['unreadAlong'],
): Verdict {
  const verdict = entryVerdict({ ...paths, entries }, ['public-endpoint'], {
    what: 'The internet has a way',
    none: 'No function or API that strangers reach has a role with a way to administrator',
  });
  if (verdict.kind === 'fail') return verdict;
  const left = missing.length === 0 ? '' : `not everything that strangers may reach was read: ${missing.join('; ')}`;
  if (verdict.kind === 'manual') return left === '' ? verdict : manual(`${verdict.message}; ${left}`, verdict.observed);
  const byArn = new Map(paths.principals.map((one) => [one.arn, one.verdict]));
  const dark = [...new Set(endpoints.map(({ role }) => role))].filter((role) => byArn.get(role) === 'unknown');
  if (dark.length > 0) return unknown(`policies of ${summarize(dark)}, which strangers reach, were not read`);
  return left === '' ? verdict : unknownWithout(left, unreadEndpoints(unreadAlong));
}
