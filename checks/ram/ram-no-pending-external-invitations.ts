import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { ramRegion } from '../../src/services/ram/region.ts';
import { shell } from '../../src/text/shell.ts';

/** Accounts of an organisation that shares within itself get no invitation: these come from outside of it. */
const isOpen = (
  { status, sender }: { status: string | undefined; sender: string | undefined },
  trusted: readonly string[],
) => status === 'PENDING' && (sender === undefined || !trusted.includes(sender));

export default defineCheck({
  id: 'ram-no-pending-external-invitations',
  title: 'No invitation of an unknown account to share resources is open',
  resource: ramRegion,
  risk: "An invitation that lies open is accepted with one call: the account then uses somebody else's subnets, rules or authorities without anybody having looked at them.",
  fix: {
    text: 'Find out who sent it, and reject what nobody waits for. An account that is meant to share belongs into trustedAccounts of the configuration.',
    exact: ({ invitations }, { trustedAccounts }) => ({
      cli: invitations
        .filter((one) => isOpen(one, trustedAccounts))
        .map(({ arn }) => shell`aws ram reject-resource-share-invitation --resource-share-invitation-arn ${arn}`)
        .join('\n'),
    }),
  },
  references: ['https://docs.aws.amazon.com/ram/latest/userguide/working-with-shared-invitations.html'],
  evaluate({ name, invitations }, { trustedAccounts }) {
    const open = invitations.filter((one) => isOpen(one, trustedAccounts));
    return open.length === 0
      ? pass(`${name} has no open invitation of an account that is not trusted`, { invitations: invitations.length })
      : fail(
          `${name} has ${open.length === 1 ? 'an open invitation' : `${open.length} open invitations`} of accounts that are not trusted: ${open
            .map(({ name: share, sender }) => `${share ?? 'a share'} of account ${sender ?? '(not said)'}`)
            .join(', ')}`,
          { invitations: open },
        );
  },
});
