import { answers, here } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

const trust = { DirectoryId: 'd-1111111111', TrustType: 'Forest', TrustDirection: 'Two-Way' };

/** One that works, and one whose other side does not answer. */
export default answers('directory-service', {
  DescribeTrusts: here({
    Trusts: [
      {
        ...trust,
        TrustId: 't-1111111111',
        RemoteDomainName: 'plant.example.com',
        TrustState: 'Verified',
        SelectiveAuth: 'Enabled',
        StateLastUpdatedDateTime: daysAgo(90),
      },
      {
        ...trust,
        TrustId: 't-2222222222',
        RemoteDomainName: 'partner.example.net',
        TrustState: 'VerifyFailed',
        TrustStateReason: 'The specified domain does not exist or could not be contacted',
        SelectiveAuth: 'Disabled',
        StateLastUpdatedDateTime: daysAgo(4),
      },
    ],
  }),
});
