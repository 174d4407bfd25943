import { fail, pass, unknown } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { registry } from '../../src/services/ecr/registry.ts';

/** How often a rule scans that sees each image when it is pushed. */
const scanning: ReadonlySet<string> = new Set(['SCAN_ON_PUSH', 'CONTINUOUS_SCAN']);

export default some(registry, 'ecr-registry-scan-on-push-all-repositories', {
  title: 'ECR scans images of all repositories when they are pushed',
  needs: ['scanning'],
  list: 'scanning.rules',
  test: ({ frequency, filters }) => {
    if (frequency === 'MANUAL' || !filters.includes('*')) return 'bad';
    return frequency !== undefined && scanning.has(frequency) ? 'good' : 'unsaid';
  },
  such: {
    good: { frequency: 'SCAN_ON_PUSH', filters: ['*'] },
    bad: { frequency: 'SCAN_ON_PUSH', filters: ['shop*'] },
  },
  called: ({ frequency, filters }) => `${frequency} of ${filters.join(', ') || 'none'}`,
  pass: pass('{label} scans images of all repositories ({good})'),
  fail: fail('{label} does not scan images of all repositories ({bad:some}); expected a scan on push of *'),
  none: fail('{label} has no scanning rule; expected a scan on push of *'),
  unsaid: unknown('AWS does not say which rules {label} scans by'),
  unless: [{ at: 'repositories.some', is: [false], because: '{label} has no repositories' }],
  risk: 'Images with known vulnerabilities are deployed because nobody looked, and new repositories are left out as well.',
  fix: {
    text: 'Scan on push in all repositories. The command replaces the rules of the registry, so that those narrower than `*` are gone; `--scan-type ENHANCED` has Inspector scan, which costs by the image.',
    cli: `aws ecr put-registry-scanning-configuration --scan-type BASIC --rules 'scanFrequency=SCAN_ON_PUSH,repositoryFilters=[{filter=*,filterType=WILDCARD}]'`,
    exact: ({ scanning: { type } }) => ({
      cli: `aws ecr put-registry-scanning-configuration --scan-type ${type === 'ENHANCED' ? 'ENHANCED' : 'BASIC'} --rules 'scanFrequency=SCAN_ON_PUSH,repositoryFilters=[{filter=*,filterType=WILDCARD}]'`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_RegistryScanningConfiguration.html',
  ],
});
