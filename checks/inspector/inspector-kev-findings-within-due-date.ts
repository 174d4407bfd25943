import { fail, pass } from '../../src/engine/check.ts';
import { knownExploited } from '../../src/judgements/protection/known-exploited.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

export default knownExploited(inspectorRegion, 'inspector-kev-findings-within-due-date', {
  title: 'Vulnerabilities that are known to be exploited are mended by the day that CISA sets',
  bad: ({ due }, now) => (due === undefined ? undefined : Date.parse(due) < now),
  good: (name) => pass(`${name} has no open finding of an exploited vulnerability past the day that CISA set`),
  fault: (name, said, seen) =>
    fail(`${name} has open findings of exploited vulnerabilities past the day that CISA set: ${said}`, seen),
  risk: 'CISA sets a day by which such a vulnerability has to be gone because attackers use it now. Agencies and whoever follows their rules have to keep it.',
  fix: { text: 'Update the packages that the findings name, or take the resource off the network.' },
  references: ['https://docs.aws.amazon.com/inspector/v2/APIReference/API_CisaData.html'],
});
