import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { governance, unclear } from '../../src/judgements/organization/governance.ts';
import { organization } from '../../src/services/organizations/organization.ts';

export default defineCheck({
  id: 'controltower-landing-zone-exists',
  title: 'Organization has a Control Tower landing zone',
  resource: organization,
  derived: { governance },
  risk: 'Without a landing zone each account is set up by hand: trails, log archive and guardrails differ, and nobody sees where they have gone missing.',
  fix: {
    text: 'Set up a landing zone in the management account, from its console or with create-landing-zone and a manifest. It makes accounts for logs and audit, turns on trails everywhere and takes over the units that are named.',
  },
  references: ['https://docs.aws.amazon.com/controltower/latest/userguide/getting-started-with-control-tower.html'],
  evaluate(_organization, { derived: { governance: found } }) {
    switch (found.kind) {
      case 'elsewhere':
        return found.verdict;
      case 'none':
        return fail('The organization has no landing zone: it does not trust Control Tower');
      case 'unclear':
        return unclear(found);
      case 'governed':
        return pass(
          `The organization has a landing zone in ${found.region}, with ${found.baselines.length} baselines and ${found.controls.length} controls`,
          { region: found.region, baselines: found.baselines.length, controls: found.controls.length },
        );
    }
  },
});
