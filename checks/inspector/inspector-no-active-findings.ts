import { noOpenFindings } from '../../src/judgements/protection/open-findings.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

export default noOpenFindings(inspectorRegion, 'inspector-no-active-findings', {
  title: 'Inspector has no open findings',
  at: 'findings',
  what: '',
  more: ({ bySeverity }) => {
    const said = Object.entries(bySeverity).map(([severity, count]) => `${count} ${severity}`);
    return said.length === 0 ? '' : `, the most severe first: ${said.join(', ')}`;
  },
  risk: 'Each finding is a vulnerability or an open way that is known, to attackers too.',
  fix: {
    text: 'Update the packages and rebuild the images and functions that the findings name, the critical and exploitable ones first; close ports that nobody needs. Suppress only what was looked at and is of no consequence.',
  },
  references: ['https://docs.aws.amazon.com/inspector/latest/user/findings-understanding.html'],
});
