import { answers, here } from '../../answers.ts';
import { otherAccount } from '../../facts.ts';

/** One that a partner uses, one that everybody does. */
export default answers(
  'ssm',
  {
    ListDocuments: here({
      DocumentIdentifiers: ['restart-shop', 'old-setup'].map((Name) => ({ Name, DocumentType: 'Command' })),
    }),
    DescribeDocumentPermission: ({ input: { Name } }) => ({
      AccountIds: Name === 'restart-shop' ? [otherAccount] : ['all'],
      AccountSharingInfoList: [],
    }),
  },
  { 'AWS::SSM::Document': 'restart-shop' },
);
