import { lacking } from '../../src/partitions/partitions.ts';
import { defineCheck, fail, manual, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { activeKeys, day } from '../../src/judgements/credentials/credentials.ts';
import { user } from '../../src/services/iam/user.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'iam-user-access-key-not-exposed',
  title: 'No access key is known to be exposed',
  resource: user,
  needs: ['credentials', 'exposure'],
  risk: 'AWS found a key of this user in a public place or sees it used like a stolen one; whoever found it too can act as the user now.',
  fix: {
    text: 'Deactivate the key at once, look in CloudTrail for what it did, remove it from where it leaked, and replace it.',
    exact: ({ name, exposure }) => ({
      cli: (exposure?.keys ?? [])
        .map(
          ({ keyId }) =>
            shell`aws iam update-access-key --user-name ${name} --access-key-id ${keyId} --status Inactive`,
        )
        .join('\n'),
    }),
  },
  references: [
    'https://docs.aws.amazon.com/awssupport/latest/user/security-checks.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/security-audit-guide.html',
  ],
  evaluate({ name, partition, credentials, exposure }) {
    if (credentials !== null && activeKeys(credentials).length === 0)
      return notApplicable(`${name} has no active access key`);
    const noApi = lacking(partition, 'Trusted Advisor API');
    if (exposure === undefined || exposure === null) {
      const why = noApi ?? 'the support plan does not let programs ask Trusted Advisor for exposed keys';
      return manual(`${name}'s access keys: ${why}, so look at its page or at AWS Health`);
    }
    const [first] = exposure.keys;
    if (first !== undefined) {
      return fail(
        `${name}'s access key ${first.keyId} is exposed, says Trusted Advisor${first.reason === undefined ? '' : `: ${first.reason}`}`,
        exposure,
      );
    }
    return exposure.checkedAt === undefined
      ? unknown('Trusted Advisor has no result for exposed access keys')
      : pass(`${name} has no exposed access key, as of ${day(exposure.checkedAt)}`, exposure);
  },
});
