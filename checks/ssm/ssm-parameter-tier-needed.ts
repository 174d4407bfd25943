import { along, defineCheck, fail, manual, pass, unknown } from '../../src/engine/check.ts';
import { parameter } from '../../src/services/ssm/parameter.ts';

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html */
const standard = { bytes: 4096, parameters: 10_000 } as const;

export default defineCheck({
  id: 'ssm-parameter-tier-needed',
  title: 'Advanced parameters need to be advanced',
  resource: parameter,
  needs: ['policy', 'valueSecrets'],
  along: { all: along(parameter, { reach: 'region' }) },
  risk: 'An advanced parameter costs money each month and for each call, which a standard one does not.',
  fix: {
    text: 'An advanced parameter cannot be made a standard one: note its value, delete it and make it anew in the standard tier, and set the default tier of the region to Standard or Intelligent-Tiering.',
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html'],
  evaluate({ name, tier, policies, policy, type, valueSecrets }, { along: { all } }) {
    if (tier === undefined) return unknown(`AWS does not say of which tier ${name} is`);
    if (tier === 'Standard') return pass(`${name} is a standard parameter`);
    if (tier !== 'Advanced') return pass(`${name} is advanced only where it needs to be (${tier})`);
    if (policies === undefined) return unknown(`whether ${name} has policies was not kept`);
    if (policies > 0) return pass(`${name} has policies, which only advanced parameters have`);
    if (policy !== undefined) return pass(`${name} is shared with other accounts, as only advanced parameters are`);
    if (all.length > standard.parameters)
      return pass(`${name} is in a region of ${all.length} parameters, more than may be standard ones`);
    if (type === 'SecureString')
      return manual(
        `${name} is advanced, has no policies and is not shared: look whether its value, which is not read, is longer than 4 KB`,
      );
    const bytes = valueSecrets?.bytes;
    if (bytes === undefined) return unknown(`how long the value of ${name} is was not read`);
    return bytes > standard.bytes
      ? pass(`${name} has a value of ${bytes} bytes, more than a standard parameter holds`)
      : fail(`${name} is advanced with a value of ${bytes} bytes, no policies and nobody it is shared with`, { bytes });
  },
});
