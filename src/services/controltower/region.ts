import { resource } from '../../inventory/resource.ts';
import { trustedServices } from '../organizations/delegated.ts';
import { notTold, organizationFacet } from '../organizations/organization.ts';
import { organizations } from '../organizations/service.ts';
import { controltower } from './service.ts';

/**
 * What AWS answers in a region that is not the landing zone's home, or where there is no landing zone: the lists are asked
 * without any input, so that nothing can be wrong with it. Which of them it answers, its reference does not say.
 */
const noLandingZone = ['ResourceNotFoundException', 'ValidationException'] as const;

/**
 * What Control Tower keeps in a region: its baselines and controls. Only the home region of the landing zone has any, and only the
 * management account is asked: "The account that manages AWS Control Tower"
 * (https://docs.aws.amazon.com/controltower/latest/userguide/how-control-tower-works.html). Two lists tell of all units and
 * accounts; the landing zone itself is not asked for: see service.ts.
 */
export const controlTower = resource(controltower, 'AWS::ControlTower::LandingZone', {
  calls: [],
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: `Control Tower in ${api.region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:controltower:${region}:${id}:landingzone`,
  references: ['https://docs.aws.amazon.com/controltower/latest/userguide/what-is-control-tower.html'],
})
  .facets((facet) => ({
    organization: facet.from(organizations, organizationFacet),
  }))
  .facets((facet) => ({
    /**
     * Whether the organisation trusts Control Tower, which setting up a landing zone makes it do
     * (https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-CTower.html): where it does not,
     * there is none, and nothing is asked. Undefined in an account that is not told, or in no organisation.
     */
    trusted: facet.from(organizations, {
      calls: ['ListAWSServiceAccessForOrganization'],
      absentOn: notTold,
      after: ['organization'],
      read: async (api, _, { organization }) =>
        organization === undefined ? undefined : (await trustedServices(api)).includes('controltower.amazonaws.com'),
    }),
  }))
  .facets((facet) => ({
    /** Baselines on units and accounts, children included; undefined where Control Tower is not trusted, and in every account but the management account. */
    baselines: facet({
      calls: ['ListEnabledBaselines', 'ListBaselines'],
      absentOn: noLandingZone,
      after: ['organization', 'trusted'],
      async read(api, _, { organization, trusted }) {
        if (organization?.isManagement !== true || trusted !== true) return undefined;
        const names = new Map<string, string>();
        for await (const { baselines } of api.pages('ListBaselines'))
          for (const { arn, name } of baselines ?? [])
            if (arn !== undefined && name !== undefined) names.set(arn, name);
        const found = [];
        for await (const page of api.pages('ListEnabledBaselines', { includeChildren: true })) {
          for (const { baselineIdentifier, targetIdentifier, statusSummary } of page.enabledBaselines ?? [])
            found.push({
              /** Such as `AWSControlTowerBaseline`, which enrolls what it is on. */
              name: names.get(baselineIdentifier ?? '') ?? baselineIdentifier,
              target: targetIdentifier,
              status: statusSummary?.status,
            });
        }
        return found;
      },
    }),
    /** Controls on units; undefined as `baselines` are. */
    controls: facet({
      calls: ['ListEnabledControls'],
      absentOn: noLandingZone,
      after: ['organization', 'trusted'],
      async read(api, _, { organization, trusted }) {
        if (organization?.isManagement !== true || trusted !== true) return undefined;
        const found = [];
        for await (const page of api.pages('ListEnabledControls')) {
          for (const {
            arn,
            controlIdentifier,
            targetIdentifier,
            statusSummary,
            driftStatusSummary,
          } of page.enabledControls ?? [])
            found.push({
              arn,
              control: controlIdentifier,
              target: targetIdentifier,
              status: statusSummary?.status,
              /** `DRIFTED`, `IN_SYNC`, or `NOT_CHECKING` where Control Tower does not look for drift; undefined where it does not know. */
              drift: driftOf(driftStatusSummary?.driftStatus),
            });
        }
        return found;
      },
    }),
  }));

const driftOf = (status: 'DRIFTED' | 'IN_SYNC' | 'NOT_CHECKING' | 'UNKNOWN' | undefined) =>
  status === 'UNKNOWN' ? undefined : status;
