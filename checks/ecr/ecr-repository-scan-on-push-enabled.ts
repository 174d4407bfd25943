import { along, defineCheck, fail, pass, unknown, unknownWithout } from '../../src/engine/check.ts';
import { scansOnPush } from '../../src/services/ecr/scanning.ts';
import { registry } from '../../src/services/ecr/registry.ts';
import { repository } from '../../src/services/ecr/repository.ts';

export default defineCheck({
  id: 'ecr-repository-scan-on-push-enabled',
  title: 'Repositories of ECR have images scanned when they are pushed',
  resource: repository,
  // Either has images scanned: rules of the registry, or the repository's own setting, which was there before them.
  along: { registries: along(registry, { needs: ['scanning'], reach: 'region', optional: true }) },
  risk: 'Images with known holes are deployed because nobody looked.',
  fix: {
    text: 'Have the registry scan on push: a rule of its scanning configuration whose filter matches the repository. The command does it for this repository alone, which works where the registry has basic scanning.',
    cli: 'aws ecr put-image-scanning-configuration --repository-name {name} --image-scanning-configuration scanOnPush=true',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-1',
  ],
  evaluate({ name, scanOnPush }, { along: { registries }, unreadAlong }) {
    if (scanOnPush === true) return pass(`${name} has its images scanned when they are pushed`, { scanOnPush });
    const rule = registries.flatMap(({ scanning }) => scanning.rules ?? []).find((one) => scansOnPush(one, name));
    if (rule !== undefined)
      return pass(
        `${name} has its images scanned by a rule of the registry (${rule.frequency} of ${rule.filters.join(', ')})`,
        { rule },
      );
    if (unreadAlong['registries'] !== undefined)
      return unknownWithout(
        `whether a rule of the registry has ${name} scanned was not read: ${unreadAlong['registries'].cause}`,
        ['registries'],
      );
    return scanOnPush === undefined
      ? unknown(`AWS does not say whether ${name} has its images scanned`)
      : fail(
          `${name} has its images not scanned when they are pushed: neither its own setting nor a rule of the registry says so`,
          { scanOnPush },
        );
  },
});
