import { defineCheck, notApplicable, unknownWithout } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';
import { attackPaths, unreadNetwork } from '../../src/judgements/escalation/escalation.ts';
import { entryVerdict } from '../../src/judgements/escalation/escalation-verdicts.ts';

export default defineCheck({
  id: 'iam-internet-compute-no-path-to-administrator',
  title: 'Instances reached from the internet have no way to administrator',
  resource: iamAccount,
  derived: { paths: attackPaths },
  risk: 'A flaw in what listens on the instance gives an attacker its role, and through it the account.',
  fix: {
    text: 'Take the rights in the message from the instance role, or take away what lets the internet in: the public address, the rule of the group, the listener that sends to it. `audit paths` shows the cheapest cut.',
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  ],
  evaluate(_subject, context) {
    const { unreadAlong, unreadRegions } = context;
    const { paths } = context.derived;
    const verdict = entryVerdict(paths, ['internet-compute'], {
      what: 'The internet has a way',
      none: 'No instance that the internet reaches has a role with a way to administrator',
    });
    const unread = unreadNetwork(unreadAlong);
    // What was not read of the network decides where an instance may be reached, or is not known to be there.
    if (unread !== undefined && (verdict.kind === 'manual' || (verdict.kind === 'pass' && 'instances' in unreadAlong)))
      return unknownWithout(`the network was not read: ${unread.cause}`, unread.names);
    // The instance may be in a region that was left out.
    return verdict.kind === 'pass' && unreadRegions.length > 0
      ? notApplicable(`not every enabled region was read: ${unreadRegions.join(', ')}`)
      : verdict;
  },
});
