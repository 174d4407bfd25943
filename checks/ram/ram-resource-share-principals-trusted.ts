import { defineCheck, fail, notApplicable, pass, unknownWithout } from '../../src/engine/check.ts';
import { isKnown } from '../../src/judgements/organization/place.ts';
import { shares } from '../../src/judgements/organization/shares.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { resourceShare } from '../../src/services/ram/share.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'ram-resource-share-principals-trusted',
  title: 'Resource share is for the own organization and trusted accounts',
  resource: resourceShare,
  needs: ['principals', 'resources'],
  derived: { shares, standing },
  risk: 'What is shared is used by whoever is in the share, past every policy on the resource: an account that nobody knows any more keeps its way in.',
  fix: {
    text: 'Take principals that are not meant to be there out of the share, or name their accounts in trustedAccounts of the configuration. They lose what the share gives them at once.',
    exact({ arn, principals, allowsExternal }, { derived }) {
      const strange = derived.shares.principalsOf({ principals, allowsExternal }).filter((one) => !isKnown(one));
      return {
        cli: strange
          .map(
            ({ principal }) =>
              shell`aws ram disassociate-resource-share --resource-share-arn ${arn} --principals ${principal}`,
          )
          .join('\n'),
      };
    },
  },
  references: ['https://docs.aws.amazon.com/ram/latest/userguide/working-with-sharing-update.html'],
  evaluate({ arn, name, received, principals, resources, allowsExternal }, { derived }) {
    if (received) return notApplicable('the share is of another account, which decides whom it is for');
    if (principals.length === 0) return notApplicable('the share is for nobody');
    const placed = derived.shares.principalsOf({ principals, allowsExternal });
    const strange = placed.filter((one) => !isKnown(one));
    const outside = strange.filter(({ place }) => place !== 'unknown');
    const { resources: what, note, permissions } = derived.shares.given({ arn, resources });
    const gives = resources.length === 0 ? 'nothing so far' : what;
    const evidence = { principals: placed, resources, ...(permissions === undefined ? {} : { permissions }) };
    if (outside.length > 0)
      return fail(
        `Resource share ${name} gives ${gives} to ${outside.map(({ called }) => called).join(', ')}, neither of the organization nor trusted${note}`,
        evidence,
        undefined,
        // Without resources nobody reaches anything through it.
        resources.length === 0
          ? undefined
          : { reach: { from: 'accounts', how: `shared with ${outside[0]?.called ?? 'another account'}` } },
      );
    const [doubtful] = strange;
    if (doubtful !== undefined)
      return unknownWithout(
        `resource share ${name} is for ${doubtful.called}, and whether that is the own organization is not known${derived.standing.kind === 'unknown' ? `: ${derived.standing.cause}` : ''}`,
        ['ownOrganization'],
      );
    return pass(
      `Resource share ${name} gives ${gives} to the own organization and trusted accounts only${note}`,
      evidence,
    );
  },
});
