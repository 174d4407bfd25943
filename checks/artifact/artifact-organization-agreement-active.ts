import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { notInOne, standing } from '../../src/judgements/organization/standing.ts';
import { artifactAccount } from '../../src/services/artifact/account.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'artifact-organization-agreement-active',
  title: 'Agreements with AWS are in force for the whole organization',
  resource: artifactAccount,
  needs: ['agreements'],
  derived: { standing },
  risk: 'An agreement that each account accepts for itself is missing in the next account that is made, and nobody is told.',
  fix: {
    text: 'In the management account accept the agreements that the company needs for the organization, in AWS Artifact, Agreements, Organization agreements. Where it needs none, suppress this check with that reason.',
  },
  references: [
    'https://docs.aws.amazon.com/artifact/latest/ug/managing-agreements.html',
    'https://docs.aws.amazon.com/artifact/latest/APIReference/API_CustomerAgreementSummary.html',
  ],
  evaluate({ agreements }, { derived, now }) {
    const outside = notInOne(derived.standing);
    if (outside !== undefined) return outside;
    const shared = agreements.filter(({ organization }) => organization !== undefined);
    const open = shared.filter(({ end }) => end === undefined || Date.parse(end) > now);
    const names = (all: typeof shared): string => few(all.map(({ id, name }) => name ?? id ?? 'an agreement'));
    const active = open.filter(({ state }) => state === 'ACTIVE');
    if (active.length > 0)
      return pass(`AWS Artifact has agreements in force for the organization: ${names(active)}`, {
        agreements: active,
      });
    const untold = open.filter(({ state }) => state !== 'CUSTOMER_TERMINATED' && state !== 'AWS_TERMINATED');
    if (untold.length > 0) return unknown(`AWS does not say whether ${names(untold)} of AWS Artifact is in force`);
    return fail(
      shared.length === 0
        ? 'AWS Artifact has no agreement for the organization'
        : `AWS Artifact has agreements for the organization that have ended: ${names(shared)}`,
      { agreements: shared },
    );
  },
});
