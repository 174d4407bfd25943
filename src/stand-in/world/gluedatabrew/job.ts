import { answers, here } from '../../answers.ts';
import { arnOf, keyArn } from '../../facts.ts';

const one = (Name: string, encryption: object) => ({
  Name,
  ResourceArn: arnOf('databrew', `job/${Name}`),
  Type: 'RECIPE',
  ...encryption,
});

export default answers(
  'databrew',
  {
    ListJobs: here({
      Jobs: [
        one('clean-erp', { EncryptionMode: 'SSE-S3' }),
        one('clean-shop', { EncryptionMode: 'SSE-KMS', EncryptionKeyArn: keyArn }),
      ],
    }),
  },
  { 'AWS::DataBrew::Job': 'clean-shop' },
);
