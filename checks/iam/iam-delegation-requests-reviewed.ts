import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { listOf } from '../../src/judgements/exposure/exposure-message.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { shell } from '../../src/text/shell.ts';
import { parseTime } from '../../src/text/time.ts';

interface Request {
  readonly id: string;
  readonly requestor: string | undefined;
  readonly requestorName: string | undefined;
  readonly state: string | undefined;
  readonly expiresAt: string | undefined;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/temporary-delegation-building-integration.html#temporary-delegation-request-states */
const meaning: Readonly<Record<string, 'waits' | 'given' | 'over'>> = {
  UNASSIGNED: 'waits',
  ASSIGNED: 'waits',
  PENDING_APPROVAL: 'waits',
  ACCEPTED: 'given',
  FINALIZED: 'given',
  REJECTED: 'over',
  EXPIRED: 'over',
};

const called = ({ id, requestor, requestorName }: Request): string =>
  `${requestorName ?? `request ${id}`}${requestor === undefined ? '' : ` (account ${requestor})`}`;

/** What is not over by the clock. */
const standing = (requests: readonly Request[], now: number, wanted: 'waits' | 'given'): readonly Request[] =>
  requests.filter(
    ({ state, expiresAt }) => meaning[state ?? ''] === wanted && (parseTime(expiresAt) ?? Infinity) > now,
  );

const strange = (requests: readonly Request[], trusted: readonly string[]): readonly Request[] =>
  requests.filter(({ requestor }) => requestor === undefined || !trusted.includes(requestor));

export default defineCheck({
  id: 'iam-delegation-requests-reviewed',
  title: 'Requests of product providers for rights in the account are decided',
  resource: iamAccount,
  needs: ['delegationRequests'],
  risk: 'A provider whose request is accepted works in the account with the rights of whoever accepted it, until they run out: one click on a request that looks harmless is enough.',
  fix: {
    text: 'Look at who asks and for what. Reject what nobody expects, and accept the rest with an identity that has no more than is asked for. Name accounts of providers that are meant to work here in trustedAccounts of the configuration. What was given ends by itself; deleting the approving role or denying its sessions ends it at once.',
    exact({ delegationRequests: requests }, { now, trustedAccounts }) {
      const lines = strange(standing(requests, now, 'waits'), trustedAccounts).map(
        ({ id }) => shell`aws iam reject-delegation-request --delegation-request-id ${id}`,
      );
      return lines.length === 0 ? {} : { cli: lines.join('\n') };
    },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-temporary-delegation.html'],
  evaluate({ delegationRequests: requests }, { now, trustedAccounts }) {
    const waiting = standing(requests, now, 'waits');
    const given = strange(standing(requests, now, 'given'), trustedAccounts);
    const words = [
      ...(waiting.length === 0
        ? []
        : [
            `${waiting.length === 1 ? '1 request' : `${waiting.length} requests`} for rights undecided, of ${listOf(waiting.slice(0, 3).map(called))}`,
          ]),
      ...(given.length === 0
        ? []
        : [
            `rights given to ${listOf(given.slice(0, 3).map(called))}, ${given.length === 1 ? 'whom the configuration does not call' : 'none of whom the configuration calls'} trusted`,
          ]),
    ];
    if (words.length > 0)
      return fail(`The account has ${words.join(', and ')}`, {
        requests: [...waiting, ...given],
      });
    const odd = requests.find(({ state }) => meaning[state ?? ''] === undefined);
    return odd === undefined
      ? pass('The account has no undecided requests for rights, and gave none to strangers', {
          requests: requests.length,
        })
      : unknown(`${called(odd)} asks for rights, and AWS says of it ${odd.state ?? 'nothing'}`);
  },
});
