import { answers } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

export default answers('iam', {
  GenerateServiceLastAccessedDetails: { JobId: '00000000-0000-0000-0000-000000000001' },
  GetServiceLastAccessedDetails: {
    JobStatus: 'COMPLETED',
    JobCreationDate: daysAgo(0),
    JobCompletionDate: daysAgo(0),
    ServicesLastAccessed: [],
  },
});
