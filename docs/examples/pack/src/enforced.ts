import { defineCheck, fail, notApplicable, pass, unknown } from 'aws-posture-audit';
import { workGroup } from './work-group.ts';

export const enforced = defineCheck({
  id: 'athena-work-group-enforces-settings',
  title: 'Athena work groups enforce their own settings',
  severity: 'medium',
  category: 'security',
  resource: workGroup,
  needs: ['configuration'],
  risk: 'Queries may write results unencrypted, or elsewhere.',
  fix: {
    text: 'Override client-side settings in the work group.',
    cli: 'aws athena update-work-group --work-group {name} --configuration-updates EnforceWorkGroupConfiguration=true',
  },
  references: ['https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html'],
  evaluate({ name, state, configuration }) {
    if (state === 'DISABLED') return notApplicable(`${name} is disabled: it runs no query`);
    if (configuration.enforced === undefined) return unknown(`AWS does not say whether ${name} enforces its settings`);
    return configuration.enforced
      ? pass(`${name} enforces its settings`)
      : fail(`${name} lets clients choose; expected enforced settings`);
  },
});
