import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { backupRegion } from '../../src/services/backup/region.ts';
import { few } from '../../src/text/few.ts';

const dayMs = 86_400_000;

/** Whether a resource has a tag of the setting, whatever the letters are. */
const isCritical = (tags: Readonly<Record<string, string>>, wanted: ReadonlySet<string>): boolean =>
  Object.entries(tags).some(([key, value]) => wanted.has(`${key}=${value}`.toLowerCase()));

export default defineCheck({
  id: 'backup-critical-resources-protected',
  title: 'Resources whose tags call them critical have recent backups',
  resource: backupRegion,
  needs: ['protected', 'tagged'],
  settings: {
    criticalTags: {
      type: 'strings',
      default: ['criticality=critical', 'criticality=high', 'critical=true', 'critical=yes'],
      describe: 'tags of critical resources as key=value, whatever the letters; without any nothing is asked',
    },
    backupDays: {
      type: 'integer',
      default: 31,
      min: 1,
      describe: 'days after which the last backup of a critical resource is too old',
    },
  },
  risk: 'What the business cannot do without is gone for good when it is deleted, encrypted by an attacker, or lost with its zone.',
  fix: {
    text: 'Assign the resources to a backup plan, by the tag that calls them critical, so that new ones are taken in too.',
  },
  references: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListProtectedResources.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
  ],
  evaluate({ name, protected: backups, tagged }, { settings, now }) {
    const wanted = new Set(settings.criticalTags.map((tag) => tag.toLowerCase()));
    if (wanted.size === 0) return notApplicable('no tag is set that calls resources critical');
    const critical = tagged.filter(({ tags }) => isCritical(tags, wanted)).map(({ arn }) => arn);
    if (critical.length === 0)
      return notApplicable(`no resource in the region has one of the tags ${[...wanted].join(', ')}`);
    const without = critical.filter((arn) => !Object.hasOwn(backups, arn));
    const old = critical.filter((arn) => {
      const last = backups[arn];
      return last !== undefined && now - Date.parse(last) > settings.backupDays * dayMs;
    });
    if (without.length + old.length > 0) {
      const said = [
        ...(without.length === 0 ? [] : [`${few(without)} without any backup`]),
        ...(old.length === 0 ? [] : [`${few(old)} with none of the last ${settings.backupDays} days`]),
      ];
      return fail(`${name} has critical resources that are not backed up: ${said.join('; ')}`, { without, old });
    }
    const silent = critical.filter((arn) => backups[arn] === undefined);
    return silent.length > 0
      ? unknown(`AWS does not say when ${few(silent)} ${silent.length === 1 ? 'was' : 'were'} last backed up`)
      : pass(`${name} has all ${critical.length} critical resources backed up within ${settings.backupDays} days`, {
          critical: critical.length,
        });
  },
});
