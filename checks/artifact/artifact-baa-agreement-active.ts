import { defineCheck, fail, manual, pass, unknown } from '../../src/engine/check.ts';
import { artifactAccount } from '../../src/services/artifact/account.ts';
import { few } from '../../src/text/few.ts';

/** What AWS calls it: `AWS Business Associate Addendum`, and `AWS Organizations Business Associate Addendum`. */
const addendum = /\bbusiness associate (addendum|agreement)\b/i;

export default defineCheck({
  id: 'artifact-baa-agreement-active',
  title: 'A Business Associate Addendum with AWS is in force',
  resource: artifactAccount,
  needs: ['agreements'],
  risk: 'Without it, protected health information may not be kept or processed in the account: doing so breaks HIPAA, whatever else protects the data.',
  fix: {
    text: 'Where the account holds protected health information, accept the addendum in AWS Artifact, Agreements; in the management account of the organization it is accepted for all members. Where it never will, suppress this check with that reason.',
  },
  references: [
    'https://docs.aws.amazon.com/artifact/latest/ug/managing-agreements.html',
    'https://docs.aws.amazon.com/artifact/latest/APIReference/API_CustomerAgreementSummary.html',
  ],
  evaluate({ agreements }, { now }) {
    const ended = ({ end }: (typeof agreements)[number]): boolean => end !== undefined && Date.parse(end) <= now;
    const standing = agreements.filter((one) => one.state === 'ACTIVE' && !ended(one));
    const active = standing.find(({ name = '' }) => addendum.test(name));
    if (active !== undefined)
      return pass(
        `${active.name} is in force${active.organization === undefined ? '' : ', accepted for the organization'}`,
        { agreement: active },
      );
    const over = ['CUSTOMER_TERMINATED', 'AWS_TERMINATED'];
    const untold = agreements.filter(
      (one) =>
        !ended(one) &&
        !over.includes(one.state ?? '') &&
        (one.name === undefined || (addendum.test(one.name) && one.state !== 'ACTIVE')),
    );
    if (untold.length > 0)
      return unknown(
        `AWS does not say of ${few(untold.map(({ id, name }) => name ?? id ?? 'an agreement without a name'))} what it is, or whether it is in force`,
      );
    const own = standing.filter(({ type }) => type !== 'DEFAULT');
    if (own.length > 0)
      return manual(
        `No Business Associate Addendum of that name is in force: look whether what was agreed with AWS holds one: ${few(own.map(({ name = '' }) => name))}`,
        { agreements: own },
      );
    return fail(
      'No Business Associate Addendum with AWS is in force; expected one where the account holds protected health information',
      { agreements },
    );
  },
});
