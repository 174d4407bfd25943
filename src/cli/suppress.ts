import { command, flag, required, text } from './door/options.ts';
import { reportNames } from './find-finding.ts';
import { configOptions } from './options.ts';

export default command({
  usage: 'suppress <what>',
  args: { what: required('Fingerprint of a finding (its beginning is enough), or a cause: all its findings') },
  options: {
    reason: required('Why it is accepted'),
    owner: required('Who answers for that'),
    until: text('Last day it holds, as 2027-01-31 (default: for ever)'),
    ...configOptions,
    suppressions: text('File that is added to, .yaml or .json (default: audit-suppressions.yaml)'),
    report: text(`Report that holds the finding (default: the last result, or ${reportNames.join(' or ')})`),
    from: text('Snapshot that holds it'),
    demo: flag('Look for it in the embedded demo account'),
  },
  examples: [
    ['audit suppress 3f2a9c01 --reason "Public on purpose" --owner web --until 2027-01-31', ''],
    ['audit --suppressions audit-suppressions.yaml', 'the next scan accepts it'],
  ],
  run: async (given) => (await import('./suppress-findings.ts')).suppress(given),
});
