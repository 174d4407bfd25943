import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { controlsOn, governance, ungoverned } from '../../src/judgements/organization/governance.ts';
import { organizationalUnit } from '../../src/services/organizations/unit.ts';

export default defineCheck({
  id: 'controltower-controls-enabled-on-organizational-units',
  title: 'Organizational unit has controls of Control Tower',
  resource: organizationalUnit,
  derived: { governance },
  along: { units: along(organizationalUnit) },
  risk: 'A unit without controls is watched by nothing of the landing zone: what its accounts do wrong is neither kept from happening nor seen.',
  fix: {
    text: 'Enable the controls that its accounts need on the unit, after trying preventive ones on a unit for tests: they deny requests at once.',
    cli: 'aws controltower enable-control --control-identifier CONTROL_ARN --target-identifier {arn}',
  },
  references: ['https://docs.aws.amazon.com/controltower/latest/controlreference/controls.html'],
  evaluate({ id, name }, { along: { units }, derived: { governance: found } }) {
    const outside = ungoverned(found);
    if (outside !== undefined || found.kind !== 'governed') return outside ?? notApplicable('nothing is governed');
    // Nested units inherit what those above have.
    const way = [id];
    for (let at = units.find((one) => one.id === id); at !== undefined; at = units.find((one) => one.id === at?.parent))
      if (!way.includes(at.id)) way.push(at.id);
    const controls = way.flatMap((each) => controlsOn(each, found));
    return controls.length > 0
      ? pass(`Organizational unit ${name} has ${controls.length} controls in force`, { controls: controls.length })
      : fail(`Organizational unit ${name} has no control in force, nor has one above it`, { controls: 0 });
  },
});
