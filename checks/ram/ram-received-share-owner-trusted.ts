import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { isKnown } from '../../src/judgements/organization/place.ts';
import { shares } from '../../src/judgements/organization/shares.ts';
import { resourceShare } from '../../src/services/ram/share.ts';

export default defineCheck({
  id: 'ram-received-share-owner-trusted',
  title: 'Resource share that was received is of a known account',
  resource: resourceShare,
  derived: { shares },
  risk: 'Who shares a subnet, a resolver rule or a certificate authority decides what runs over it: routes, names and certificates come from an account that nobody here controls.',
  fix: {
    text: 'Leave the share (which ends the use of what it gives), or name the account that owns it in trustedAccounts of the configuration.',
    cli: 'aws ram disassociate-resource-share --resource-share-arn {arn} --principals {account}',
  },
  references: ['https://docs.aws.amazon.com/ram/latest/userguide/working-with-shared.html'],
  evaluate({ name, owner, received, allowsExternal }, { derived }) {
    if (!received) return notApplicable('the share is of the account itself');
    if (owner === undefined) return unknown(`AWS does not say who owns resource share ${name}`);
    const placed = derived.shares.ownerOf({ owner, allowsExternal });
    return isKnown(placed)
      ? pass(`Resource share ${name} was received from ${placed.called}, of the organization or trusted`, {
          owner: placed,
        })
      : fail(
          `Resource share ${name} was received from ${placed.called}, neither known to be of the organization nor trusted`,
          {
            owner: placed,
          },
        );
  },
});
