import { along, defineCheck, fail, pass, unknown, unknownWithout } from '../../src/engine/check.ts';
import { type ScanningRule, scansOnPush } from '../../src/services/ecr/scanning.ts';
import { registry } from '../../src/services/ecr/registry.ts';
import { repository } from '../../src/services/ecr/repository.ts';
import { shell } from '../../src/text/shell.ts';

/** The rules of a registry with enhanced scanning are set all at once: those that it has, and the repository among those of one. */
function ruleFor(name: string, rules: readonly ScanningRule[]): string {
  const others = rules.filter(({ frequency }) => frequency !== 'SCAN_ON_PUSH');
  const filters = rules.filter(({ frequency }) => frequency === 'SCAN_ON_PUSH').flatMap((rule) => rule.filters);
  const all = [...others, { frequency: 'SCAN_ON_PUSH', filters: [...filters, name] }].map((rule) => ({
    scanFrequency: rule.frequency,
    repositoryFilters: rule.filters.map((filter) => ({ filter, filterType: 'WILDCARD' })),
  }));
  return shell`aws ecr put-registry-scanning-configuration --scan-type ENHANCED --rules ${all}`;
}

export default defineCheck({
  id: 'ecr-repository-scan-on-push-enabled',
  title: 'Repositories of ECR have images scanned when they are pushed',
  resource: repository,
  // Rules of the registry have images scanned; where it has basic scanning, so does the repository's own setting, which was there before.
  along: { registries: along(registry, { needs: ['scanning'], reach: 'region', optional: true }) },
  risk: 'Images with known holes are deployed because nobody looked.',
  fix: {
    text: 'Have the registry scan on push: a rule of its scanning configuration whose filter matches the repository. The command does it for this repository alone.',
    cli: 'aws ecr put-image-scanning-configuration --repository-name {name} --image-scanning-configuration scanOnPush=true',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-filters.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-1',
  ],
  evaluate({ name, scanOnPush }, { along: { registries }, unreadAlong }) {
    const rule = registries.flatMap(({ scanning }) => scanning.rules ?? []).find((one) => scansOnPush(one, name));
    if (rule !== undefined)
      return pass(
        `${name} has its images scanned by a rule of the registry (${rule.frequency} of ${rule.filters.join(', ')})`,
        { rule },
      );
    const own = scanOnPush === true ? ', and its own setting counts only where that has basic scanning' : '';
    if (unreadAlong['registries'] !== undefined)
      return unknownWithout(
        `whether a rule of the registry has ${name} scanned was not read${own}: ${unreadAlong['registries'].cause}`,
        ['registries'],
      );
    // "Any repositories not matching an enhanced scanning filter will have scanning disabled": image-scanning-filters.html
    const type = registries[0]?.scanning.type;
    if (type === 'ENHANCED')
      return fail(
        `${name} has its images not scanned: the registry has enhanced scanning, and none of its rules is of ${name}`,
        { scanOnPush, type },
        {
          cli: ruleFor(
            name,
            registries.flatMap(({ scanning }) => scanning.rules ?? []),
          ),
        },
      );
    if (scanOnPush === true)
      return type === 'BASIC'
        ? pass(`${name} has its images scanned when they are pushed`, { scanOnPush, type })
        : unknown(`AWS does not say which scanning the registry of ${name} has${own}`);
    return scanOnPush === undefined
      ? unknown(`AWS does not say whether ${name} has its images scanned`)
      : fail(
          `${name} has its images not scanned when they are pushed: neither its own setting nor a rule of the registry says so`,
          { scanOnPush },
        );
  },
});
