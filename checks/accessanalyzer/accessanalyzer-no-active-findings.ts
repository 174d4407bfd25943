import { noOpenFindings } from '../../src/judgements/protection/open-findings.ts';
import { analyzers } from '../../src/services/accessanalyzer/analyzers.ts';

export default noOpenFindings(analyzers, 'accessanalyzer-no-active-findings', {
  title: 'Access Analyzer has no open findings of access from outside',
  at: 'externalFindings',
  what: 'of access from outside',
  off: 'has no active analyzer of external access, so it has no such findings',
  more({ worst }) {
    const open = worst.filter((one) => one.public).map((one) => one.resource);
    return open.length === 0 ? '' : `, by everybody to ${open.join(', ')}`;
  },
  risk: 'Each finding is a resource that somebody outside may use, and nobody has said that this is meant.',
  fix: {
    text: 'Look at each finding. Where the access is not meant, take it out of the policy; the finding then resolves by itself. Where it is meant, archive the finding, or write an archive rule for access of that kind.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html',
    'https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ListFindings.html',
  ],
});
