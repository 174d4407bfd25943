import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-fine-grained-access-enabled', {
  title: 'OpenSearch domains grant access by index and field',
  needs: ['details'],
  at: 'details.fineGrainedAccess',
  is: {
    true: ({ name, details: { anonymousAccess, anonymousUntil } }) => {
      const seen = { fineGrainedAccess: true, anonymousAccess, anonymousUntil };
      if (anonymousAccess !== true) return pass(`${name} has fine-grained access control`, seen);
      const until = anonymousUntil === undefined ? '' : ` until ${anonymousUntil.slice(0, 10)}`;
      return fail(
        `${name} only introduces fine-grained access control: it lets in who has no role as before${until}`,
        seen,
      );
    },
    false: fail('{label} has no fine-grained access control'),
  },
  unsaid: unknown('OpenSearch Service did not say whether {label} has fine-grained access control'),
  unless: [beingDeleted],
  risk: 'Whoever the access policy lets in reads, changes and deletes every index, and uses the dashboards of all.',
  fix: {
    text: 'Turn on fine-grained access control with a master user, after encryption at rest and between nodes and HTTPS, which it needs; map the roles in the 30 days of migration, then end these. It cannot be turned off again.',
    exact: ({ name, details }) =>
      details.fineGrainedAccess === true
        ? {
            cli: `aws opensearch update-domain-config --domain-name ${name} --advanced-security-options AnonymousAuthEnabled=false`,
          }
        : {
            cli: `aws opensearch update-domain-config --domain-name ${name} --advanced-security-options Enabled=true,AnonymousAuthEnabled=true,MasterUserOptions={MasterUserARN=MASTER_ROLE_ARN}`,
            note: 'It begins the time of migration, in which the finding stays until AnonymousAuthEnabled is set to false.',
          },
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html'],
});
